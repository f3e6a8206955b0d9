/** How to reach the shop, and answers from the wallet itself. */
export const helpWords = {
  help: {
    title: 'Help',
    loading: 'Loading help',
    failed: 'Help didn’t load.',
    lost: 'Lost your phone, or see an entry you don’t know? Ask the shop to freeze your wallet.',
  },
};

export type HelpWords = typeof helpWords;
