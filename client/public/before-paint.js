/* global document, localStorage, navigator */
// Runs before the first paint, so that no other theme and no other language flashes up first. It is a file of its own
// because the content security policy allows no inline script.
{
  const TAGS = { en: 'en-IN', hi: 'hi-IN' };
  const root = document.documentElement;
  let theme = null;
  let chosen = null;
  try {
    theme = localStorage.getItem('early-bird.theme');
    chosen = localStorage.getItem('early-bird.language');
  } catch {
    // Storage may be switched off; the system's theme and the browser's languages then decide.
  }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  const wanted = [chosen, ...navigator.languages].map((tag) => String(tag).toLowerCase().split('-')[0]);
  const language = wanted.find((name) => Object.hasOwn(TAGS, name)) ?? 'en';
  root.lang = TAGS[language];

  // The words come along with the app, which waits for them. Where they are, the build has written into the page.
  const words = document.querySelector(`meta[name="words-${language}"]`);
  if (words !== null) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = words.content;
    document.head.append(link);
  }
}
