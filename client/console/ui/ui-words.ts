/** What any page of the console may say. The console speaks English only. */
export const uiWords = {
  documentTitle: (page: string) => `${page} – Early Bird console`,
  loading: 'Loading',
  denied: {
    title: 'This needs another role',
    text: 'You are signed in with a role that may not see this. Your attempt is written down; that is usual and nothing to worry about.',
    home: 'Back to Home',
    request: (id: string) => `FORBIDDEN · request ${id}`,
  },
  missing: { home: 'Back to Home' },
  updated: (time: string) => `Data as of ${time}`,
  refresh: 'Refresh',
  table: (caption: string) => `${caption}, table`,
};
