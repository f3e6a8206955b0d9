import { readFileSync } from 'node:fs';
import { act, screen, waitFor, within } from '@testing-library/react';
import { monthStart } from '../../../client/format/day-range.ts';
import { setLocale } from '../../../client/format/locale.ts';
import { createPreferences } from '../../../client/preferences/preferences.ts';
import { createSpoken } from '../../../client/words/spoken.ts';
import type { WordLoader } from '../../../client/words/spoken.ts';
import { english, hindi, WORDS } from '../support/all-words.ts';
import { graphqlError, refusal } from '../support/fake-shop.ts';
import { openApp } from '../support/open-app.tsx';

afterEach(() => {
  jest.restoreAllMocks();
  window.localStorage.clear();
  document.head.replaceChildren();
  setLocale('en-IN');
});

const region = (name: string) => within(screen.getByRole('region', { name }));

describe('in Hindi', () => {
  it('somebody signs in, and is told in Hindi what went wrong', async () => {
    const { shop, user } = await openApp({ as: null, language: 'hi', path: '/history' });
    expect(document.title).toBe('साइन इन करें – Early Bird वॉलेट');
    await user.type(screen.getByLabelText('ईमेल'), 'asha@example.in');
    await user.type(screen.getByLabelText('पासवर्ड'), 'wrong{Enter}');
    expect(await screen.findByText(/आपस में मेल नहीं खाते/)).toBeInTheDocument();
    shop.interfere((path) =>
      path === '/auth/sign-in' ? refusal(429, 'TOO_MANY_ATTEMPTS', { retryAfterSeconds: 90 }) : undefined,
    );
    await user.click(screen.getByRole('button', { name: 'साइन इन करें' }));
    expect(await screen.findByText('बहुत बार कोशिश हो चुकी है। 2 मिनट रुकें, फिर कोशिश करें।')).toBeInTheDocument();
  });

  it('the dashboard says amounts, dates, tiers and kinds', async () => {
    await openApp({ language: 'hi' });
    await screen.findByText(/ख़र्च के लिए तैयार · 9:41 am पर अपडेट हुआ/);
    expect(screen.getByRole('heading', { name: 'सुप्रभात, Asha' })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'आपका बैलेंस' })).toHaveTextContent('₹4,250.00');
    expect(screen.getByRole('region', { name: 'आपका बैलेंस' })).toHaveTextContent('सिल्वर');
    const [newest, order] = region('हाल के लेन-देन').getAllByRole('listitem');
    expect(newest).toHaveTextContent('Weekend saver rewardजुड़े · 22 नव॰, 10:05 am');
    expect(newest).toHaveTextContent('क्रेडिट, +₹150.00');
    expect(order).toHaveTextContent('ऑर्डर 1042');
    expect(screen.getByRole('meter', { name: 'टियर में प्रगति' })).toHaveAttribute(
      'aria-valuetext',
      'गोल्ड तक पहुँचने के लिए ₹750.00 और',
    );
  });

  it('an order is paid, and the result is announced', async () => {
    const { user } = await openApp({ language: 'hi', path: '/use?order=1043&amount=3400.00' });
    expect(await screen.findByText(/आप ब्रॉन्ज़ में चले जाएँगे/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'क्रेडिट से ₹3,400.00 दें' }));
    const paid = 'क्रेडिट से ₹3,400.00 का पेमेंट हुआ';
    expect(await screen.findByRole('heading', { name: paid })).toHaveFocus();
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(paid);
  });

  it('what the credits leave to pay is said with its figures', async () => {
    await openApp({ language: 'hi', path: '/use?order=1044&amount=4410.00' });
    expect(await screen.findByText('सभी क्रेडिट, UPI से ₹160.00')).toBeInTheDocument();
  });

  it('a failure says what to do', async () => {
    const network = (path: string) =>
      path === '/graphql' ? graphqlError('INTERNAL_SERVER_ERROR') : undefined;
    await openApp({ language: 'hi', network });
    expect((await screen.findAllByText(/हमारी ओर से कुछ गड़बड़ हो गई।/)).length).toBeGreaterThan(0);
    expect(screen.getAllByRole('button', { name: 'फिर कोशिश करें' })[0]).toBeInTheDocument();
  });
});

describe('the language', () => {
  it('is changed at the door, and what was typed stays', async () => {
    const { user } = await openApp({ as: null });
    await user.type(screen.getByLabelText('Email'), 'asha@example.in');
    await user.click(screen.getByRole('radio', { name: 'हिन्दी' }));
    expect(await screen.findByLabelText('ईमेल')).toHaveValue('asha@example.in');
    expect(document.documentElement.lang).toBe('hi-IN');
    expect(document.title).toBe('साइन इन करें – Early Bird वॉलेट');
    await user.click(screen.getByRole('radio', { name: 'English' }));
    expect(await screen.findByLabelText('Email')).toHaveValue('asha@example.in');
    expect(document.documentElement.lang).toBe('en-IN');
  });

  it('is changed in Settings, dates and all, and remembered for the next visit', async () => {
    const { user, view } = await openApp({ path: '/settings' });
    await screen.findByText('Last used 23 Nov 2026, 9:40 am');
    const choice = within(screen.getByRole('group', { name: 'Language' }));
    await user.click(choice.getByRole('radio', { name: 'हिन्दी' }));
    expect(await screen.findByText('पिछली बार इस्तेमाल: 23 नव॰ 2026, 9:40 am')).toBeInTheDocument();
    view.unmount();
    await openApp({ path: '/settings' });
    expect(await screen.findByRole('heading', { name: 'सेटिंग', level: 1 })).toBeInTheDocument();
  });

  it('is not remembered before somebody chose one', async () => {
    const { services } = await openApp({ language: 'hi', as: null });
    act(() => services.preferences.update({ theme: 'dark' }));
    expect(window.localStorage.getItem('early-bird.language')).toBeNull();
  });
});

describe('the words', () => {
  it('of one language are brought, and those of another when it is chosen', async () => {
    const { preferences, spoken, asked } = speaking();
    expect(spoken.read()).toBeNull();
    await spoken.follow();
    preferences.update({ hideAmounts: true });
    expect(asked).toEqual(['en door']);
    preferences.update({ language: 'hi' });
    expect(spoken.read()?.language).toBe('en');
    await waitFor(() => expect(spoken.read()).toEqual({ language: 'hi', words: WORDS.hi.door }));
    expect(asked).toEqual(['en door', 'hi door']);
  });

  it('behind the door are brought when somebody comes in, and with every language from then on', async () => {
    const { preferences, spoken, asked } = speaking();
    await spoken.follow();
    await spoken.reach('inside');
    expect(spoken.read()).toEqual({ language: 'en', words: { ...WORDS.en.door, ...WORDS.en.inside } });
    await spoken.reach('screens');
    expect(spoken.read()).toEqual({ language: 'en', words: english });
    preferences.update({ language: 'hi' });
    await waitFor(() => expect(spoken.read()).toEqual({ language: 'hi', words: hindi }));
    expect(asked.slice(-3)).toEqual(['hi door', 'hi inside', 'hi screens']);
  });

  it('are all there once somebody is in who chooses another language on the way', async () => {
    const { preferences, spoken } = speaking();
    await spoken.follow();
    const screens = spoken.reach('screens');
    preferences.update({ language: 'hi' });
    await screens;
    expect(spoken.read()).toEqual({ language: 'hi', words: hindi });
  });

  it('that two screens ask for are said once, and both wait for them', async () => {
    const { spoken } = speaking();
    await spoken.follow();
    const said = jest.fn();
    spoken.subscribe(said);
    await Promise.all([spoken.reach('screens'), spoken.reach('screens'), spoken.reach('inside')]);
    expect(spoken.read()).toEqual({ language: 'en', words: english });
    expect(said).toHaveBeenCalledTimes(1);
  });

  it('that can’t be had leave the language as it was', async () => {
    const { preferences, spoken } = speaking({ fails: true });
    await spoken.follow();
    preferences.update({ language: 'hi' });
    await waitFor(() => expect(preferences.read().language).toBe('en'));
    expect(spoken.read()?.language).toBe('en');
    expect(document.documentElement.lang).toBe('en-IN');
  });

  it('that come late do not talk over a later choice', async () => {
    const { preferences, spoken, asked } = speaking();
    await spoken.follow();
    preferences.update({ language: 'hi' });
    preferences.update({ language: 'en' });
    await act(() => Promise.resolve());
    expect(asked).toEqual(['en door', 'hi door']);
    expect(spoken.read()?.language).toBe('en');
  });
});

describe('before the first paint', () => {
  it.each([
    [['hi-IN', 'en-IN'], null, 'hi-IN'],
    [['ta-IN', 'HI', 'en'], null, 'hi-IN'],
    [['en-GB', 'hi-IN'], null, 'en-IN'],
    [['hil-PH', 'fr'], null, 'en-IN'],
    [['en-IN'], 'hi', 'hi-IN'],
    [['hi-IN'], 'en', 'en-IN'],
    [['hi-IN'], 'nonsense', 'hi-IN'],
  ])('browser languages %j and the choice %s give %s', (languages, chosen, expected) => {
    jest.spyOn(window.navigator, 'languages', 'get').mockReturnValue(languages);
    if (chosen !== null) window.localStorage.setItem('early-bird.language', chosen);
    beforePaint();
    expect(document.documentElement.lang).toBe(expected);
  });

  it('a visit that goes on is renewed at once, and nobody else’s', async () => {
    const answer = new Response('{}');
    const fetch = jest.fn(() => Promise.resolve(answer));
    Object.assign(window, { fetch });
    beforePaint();
    expect([fetch.mock.calls.length, document.documentElement.dataset['visit']]).toEqual([0, 'new']);
    window.localStorage.setItem('early-bird.signed-in', 'cus_asha');
    beforePaint();
    expect(fetch).toHaveBeenCalledWith('/auth/refresh', { method: 'POST' });
    expect(document.documentElement.dataset['visit']).toBe('known');
    expect(await window.earlyRefresh).toBe(answer);
  });

  it('a customer’s first screen is asked for as the app asks, and no other', async () => {
    const grant = { accessToken: 'token', account: { id: 'cus_asha', role: 'CUSTOMER', name: 'Asha' } };
    const said = { '/auth/refresh': grant, '/graphql': { data: { viewer: null } } };
    const fetch = jest.fn((path: keyof typeof said, _: RequestInit) =>
      Promise.resolve(new Response(JSON.stringify(said[path]))),
    );
    Object.assign(window, { fetch });
    window.localStorage.setItem('early-bird.signed-in', 'cus_asha');
    const home = { operationName: 'WalletDashboard', query: 'query WalletDashboard { viewer { id } }' };
    beforePaint({}, home);
    const variables = { monthStart: monthStart(Date.now()) };
    const early = {
      accountId: 'cus_asha',
      operationName: 'WalletDashboard',
      variables,
      result: said['/graphql'],
    };
    expect(await window.earlyAnswer).toMatchObject(early);
    const { headers, body } = fetch.mock.lastCall?.[1] ?? {};
    expect(headers).toMatchObject({ authorization: 'Bearer token' });
    expect(JSON.parse(body as string)).toEqual({ ...home, variables });

    window.history.replaceState(null, '', '/history');
    delete window.earlyAnswer;
    beforePaint({}, home);
    expect(window.earlyAnswer).toBeUndefined();
  });

  it('the answer that comes along with the renewed visit needs no asking', async () => {
    const grant = { accessToken: 'token', account: { id: 'cus_asha', role: 'CUSTOMER', name: 'Asha' } };
    const answer = { data: { viewer: null } };
    const fetch = jest.fn((_: string, __: RequestInit) =>
      Promise.resolve(new Response(JSON.stringify({ ...grant, answer }))),
    );
    Object.assign(window, { fetch });
    window.history.replaceState(null, '', '/');
    window.localStorage.setItem('early-bird.signed-in', 'cus_asha');
    const home = { operationName: 'WalletDashboard', query: 'query WalletDashboard { viewer { id } }' };
    beforePaint({}, home);
    expect(await window.earlyAnswer).toMatchObject({ accountId: 'cus_asha', result: answer });
    expect(fetch).toHaveBeenCalledTimes(1);
    const variables = { monthStart: monthStart(Date.now()) };
    expect(JSON.parse(fetch.mock.lastCall?.[1].body as string)).toEqual({
      question: { accountId: 'cus_asha', ...home, variables },
    });
    expect(await (await window.earlyRefresh)?.json()).toMatchObject(grant);
  });

  it('only the words of that language are sent for', () => {
    window.localStorage.setItem('early-bird.language', 'hi');
    const places = { en: filesOf('en'), hi: filesOf('hi') };
    beforePaint(places);
    expect(sentFor()).toEqual([['modulepreload', '/assets/hi-1.js']]);
    window.localStorage.setItem('early-bird.signed-in', 'cus_asha');
    Object.assign(window, { fetch: () => Promise.resolve(new Response('{}')) });
    for (const [path, count] of [
      ['/', 2],
      ['/rewards', 3],
    ] as const) {
      document.head.replaceChildren();
      window.history.replaceState(null, '', path);
      beforePaint(places);
      const words = sentFor().map(([, href]) => href);
      expect(words.filter((href) => href?.startsWith('/assets/'))).toEqual(places.hi.slice(0, count));
    }
  });
});

function filesOf(language: string): string[] {
  return [1, 2, 3].map((part) => `/assets/${language}-${part}.js`);
}

function speaking({ fails = false } = {}) {
  const asked: string[] = [];
  document.documentElement.lang = 'en-IN';
  const preferences = createPreferences(window.localStorage, document.documentElement);
  const load: WordLoader = (language, part) => {
    asked.push(`${language} ${part}`);
    if (language === 'hi' && fails) return Promise.reject(new TypeError('offline'));
    return Promise.resolve(WORDS[language][part]);
  };
  return { preferences, asked, spoken: createSpoken(preferences, load, document.documentElement) };
}

/** Runs the script as the page does, before anything else, with what the build fills in: where the words are, what Home asks. */
function beforePaint(words: Record<string, string[]> = {}, home: object = {}): void {
  const source = readFileSync(new URL('../../../client/app/early.js', import.meta.url), 'utf8')
    .replace('{ __WORDS__: [] }', JSON.stringify(words))
    .replace("{ operationName: '', query: '' }", JSON.stringify(home));
  new Function(source)();
}

/** What the page has asked for already. */
function sentFor(): [string, string][] {
  return [...document.head.querySelectorAll('link')].map(({ rel, href }) => [rel, new URL(href).pathname]);
}
