/** What is said where a screen is missing or broken. */
export const appWords = {
  notFound: {
    title: 'This page doesn’t exist',
    text: 'The address may be mistyped, or the page has moved.',
    home: 'Go to Home',
  },

  crash: {
    title: 'Something broke on this page',
    text: 'Your wallet is not affected. Try again; if this comes back, tell the shop the request below.',
    reload: 'Load again',
    screen:
      'The rest of the app goes on, and your wallet is not affected. Try again; if this comes back, tell the shop the request below.',
    missingTitle: 'This page could not be loaded',
    missing:
      'The shop may have a new version of the app. Load the page again; if this comes back, tell the shop.',
    request: 'Request',
  },
};

export type AppWords = typeof appWords;
