import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const EXPIRED = `query Expired($first: Int, $after: String) {
  viewer { wallet { totalExpired { amount } expiryHistory(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { kind amount { amount } ... on ExpiryTransaction { expiredAt credit { reason } } }
  } } }
}`;

interface Expired {
  readonly totalExpired: { readonly amount: string };
  readonly expiryHistory: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly object[];
  };
}

async function expired(variables: object = {}): Promise<Expired> {
  const { viewer } = await api
    .customer('asha')
    .read<{ viewer: { wallet: Expired } }>(EXPIRED, { ...variables });
  return viewer.wallet;
}

describe('expiryHistory', () => {
  it('lists what was lost to expiry and nothing else, newest first, in pages', async () => {
    await api.openWallet('asha');
    for (const day of ['12', '13', '14']) {
      await api.grant('asha', day, { reason: `Until ${day}`, expiresAt: `2026-03-${day}T12:00:00+05:30` });
    }
    await api.grant('asha', '100');
    await api.spend('asha', '2');
    api.app.clock.set('2026-03-20T09:30:00+05:30');

    const { totalExpired, expiryHistory } = await expired({ first: 2 });
    const rest = await expired({ first: 2, after: expiryHistory.pageInfo.endCursor });

    expect(totalExpired.amount).toBe('37.00');
    expect(expiryHistory).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      nodes: [
        {
          kind: 'EXPIRY',
          amount: { amount: '14.00' },
          expiredAt: '2026-03-14T18:29:59.999Z',
          credit: { reason: 'Until 14' },
        },
        { amount: { amount: '13.00' }, credit: { reason: 'Until 13' } },
      ],
    });
    expect(rest.expiryHistory).toMatchObject({
      pageInfo: { hasNextPage: false },
      nodes: [{ amount: { amount: '10.00' }, credit: { reason: 'Until 12' } }],
    });
  });

  it('is empty where nothing has expired', async () => {
    await api.fundedWallet('bala', '10');

    const { viewer } = await api
      .customer('bala')
      .read('{ viewer { wallet { expiryHistory { totalCount nodes { kind } } } } }');

    expect(viewer).toEqual({ wallet: { expiryHistory: { totalCount: 0, nodes: [] } } });
  });
});
