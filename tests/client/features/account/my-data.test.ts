import { gatherMyData } from '../../../../client/features/account/gather-my-data.ts';
import type { AskForMyData } from '../../../../client/features/account/gather-my-data.ts';

const page = (ids: string[], endCursor: string | null) => ({
  nodes: ids.map((id) => ({ id })),
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});

/** A wallet of three entries and two top-ups, in pages. */
function shopOf(transactionCount: number): AskForMyData {
  const answer = ({ after }: { after?: string | null | undefined }) => ({
    viewer: {
      id: 'viewer',
      wallet: after
        ? { id: 'wallet', transactions: page(['1'], null), topUps: page([], null) }
        : {
            id: 'wallet',
            transactionCount,
            transactions: page(['3', '2'], 'e'),
            topUps: page(['b', 'a'], null),
          },
    },
  });
  return ((variables) => Promise.resolve(answer(variables))) as AskForMyData;
}

describe('what is held about somebody', () => {
  it('comes whole, each entry and each payment once', async () => {
    const ids = (list: string[]) => list.map((id) => ({ id }));
    expect(await gatherMyData(shopOf(3))).toMatchObject({
      wallet: { transactions: ids(['3', '2', '1']), topUps: ids(['b', 'a']) },
    });
  });

  it('is no file where an entry is missing', async () => {
    await expect(gatherMyData(shopOf(4))).rejects.toThrow('Not every entry has come.');
  });
});
