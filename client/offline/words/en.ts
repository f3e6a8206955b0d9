/** What is said while the shop is out of reach. */
export const offlineWords = {
  offline: {
    noNetwork: (time: string | null) =>
      time === null
        ? 'You’re offline. What you see may be out of date.'
        : `You’re offline – showing balance as of ${time}.`,
    unreachable: (time: string | null) =>
      time === null
        ? 'The shop can’t be reached. What you see may be out of date.'
        : `The shop can’t be reached – showing balance as of ${time}.`,
    needsConnection:
      'This needs a connection. It works again once you are back; nothing is sent later on its own.',
  },
};

export type OfflineWords = typeof offlineWords;
