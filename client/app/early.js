/* global Date, document, fetch, localStorage, location, navigator, window */
// Stands in the page itself and runs before anything is painted or downloaded: no other theme and no other language flashes
// up first, the place of what comes is kept, and a visit that goes on is renewed while the app is still on its way.
{
  const TAGS = { en: 'en-IN', hi: 'hi-IN' };
  const root = document.documentElement;
  const stored = {};
  try {
    for (const name of ['theme', 'language', 'signed-in']) {
      stored[name] = localStorage.getItem(`early-bird.${name}`);
    }
  } catch {
    // Storage may be switched off; the system's theme and the browser's languages then decide, and the app asks who is here.
  }
  const { theme } = stored;
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  const wanted = [stored.language, ...navigator.languages].map(
    (tag) => String(tag).toLowerCase().split('-')[0],
  );
  const language = wanted.find((name) => Object.hasOwn(TAGS, name)) ?? 'en';
  root.lang = TAGS[language];

  const isKnown = typeof stored['signed-in'] === 'string' && location.pathname !== '/set-password';
  root.dataset.visit = isKnown ? 'known' : 'new';
  // What the first screen is going to ask; the build fills in the question. It comes along with the renewal of the visit, and so does its
  // answer, mostly: who was here last is who is here now. Where it does not, the question goes by itself.
  const home = { operationName: '', query: '' };
  const asksHome = isKnown && home.query && location.pathname === '/';
  const askedAt = Date.now();
  const month = new Date(askedAt + 5.5 * 3_600_000).toISOString().slice(0, 7);
  const variables = { monthStart: `${month}-01T00:00:00.000+05:30` };
  const json = { 'content-type': 'application/json' };
  const along = asksHome && {
    headers: json,
    body: JSON.stringify({ question: { accountId: stored['signed-in'], ...home, variables } }),
  };
  if (isKnown) window.earlyRefresh = fetch('/auth/refresh', { method: 'POST', ...along }).catch(() => null);
  if (asksHome) {
    const refreshed = window.earlyRefresh;
    const asked = refreshed.then(askForHome).catch(() => null);
    window.earlyAnswer = asked.then(answerTo).catch(() => null);
    // The question is on its way before the app hears who is here, and begins to draw.
    window.earlyRefresh = asked.then(() => refreshed);
  }

  async function askForHome(refreshed) {
    const { accessToken, account, answer } = refreshed?.ok ? await refreshed.clone().json() : {};
    if (account?.role !== 'CUSTOMER') return null;
    const early = { accountId: account.id, operationName: home.operationName, variables, askedAt };
    if (answer) return { early, answer };
    const sent = fetch('/graphql', {
      method: 'POST',
      headers: {
        ...json,
        accept: 'application/graphql-response+json,application/json;q=0.9',
        authorization: `Bearer ${accessToken}`,
      },
      body: JSON.stringify({ ...home, variables }),
    });
    return { early, sent };
  }

  async function answerTo(asked) {
    const response = await asked?.sent;
    const result = asked?.answer ?? (response?.ok ? await response.json() : { errors: [] });
    return result.errors ? null : { ...asked.early, result };
  }

  // What the app will ask for as soon as it runs, and so may come along with it. The build fills in where it is.
  const words = { __WORDS__: [] }[language] ?? [];
  const signedIn = ['__SIGNED_IN__'];
  // Those of the door, of Home, and of every other screen.
  const reach = location.pathname === '/' ? 2 : 3;
  const needed = isKnown ? [...words.slice(0, reach), ...signedIn] : words.slice(0, 1);
  for (const href of needed) {
    const kind = href.endsWith('.css') ? { rel: 'preload', as: 'style' } : { rel: 'modulepreload' };
    document.head.append(
      Object.assign(document.createElement('link'), { ...kind, crossOrigin: 'anonymous', href }),
    );
  }
}
