/** What is said where a screen is missing or broken. */
export const appWords = {
  notFound: {
    title: 'This page doesn’t exist',
    text: 'The address may be mistyped, or the page has moved.',
    home: 'Go to Home',
  },

  crash: {
    title: 'Something broke on this page',
    text: 'Your wallet is not affected. Load the page again; if this comes back, tell the shop.',
    reload: 'Load again',
  },
};

export type AppWords = typeof appWords;
