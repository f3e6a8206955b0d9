declare global {
  interface Window {
    /** The answer to the refresh that the page sent while the app was on its way; null when none came (app/early.js). */
    earlyRefresh?: Promise<Response | null>;
  }
}

/**
 * `fetch`, but the first refresh takes the answer that the page has asked for already: on a slow network the app learns who is
 * there while it is still being downloaded. Where no answer came, it asks like always.
 */
export function withEarlyRefresh(
  fetch: typeof globalThis.fetch,
  page: Pick<Window, 'earlyRefresh'>,
): typeof globalThis.fetch {
  return async (input, init) => {
    if (input !== '/auth/refresh') return fetch(input, init);
    const early = page.earlyRefresh;
    delete page.earlyRefresh;
    return (await early) ?? fetch(input, init);
  };
}
