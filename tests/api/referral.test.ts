import { openTestApi } from '../support/api.ts';

const api = openTestApi();

const REFERRAL = `{ viewer { wallet { referral {
  code shareText referrerBonus { amount } referredBonus { amount } count earned { amount } referredBy canApplyCode
  people { displayName joinedAt bonus { amount } }
} } } }`;

interface Referral extends Readonly<Record<string, unknown>> {
  readonly code: string;
}

interface Viewer {
  readonly wallet: { readonly transactions: { readonly nodes: readonly { readonly id: string }[] } };
}

function decoded(id: string): string {
  return Buffer.from(id, 'base64url').toString();
}

async function referralOf(customerId: string): Promise<Referral> {
  const { viewer } = await api
    .customer(customerId)
    .read<{ viewer: { wallet: { referral: Referral } } }>(REFERRAL);
  return viewer.wallet.referral;
}

async function join(customerId: string, name: string, code: string): Promise<void> {
  await api.openWallet(customerId);
  await api.staff.act('saveCustomer', { customerId, name }, 'customer { id }');
  await api.customer(customerId).act('applyReferral', { code }, 'replayed');
}

describe('referral', () => {
  it('has a code, both bonuses and a message to send before anybody has joined', async () => {
    await api.openWallet('asha');

    const referral = await referralOf('asha');

    expect(referral).toEqual({
      code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{8}$/) as string,
      shareText: `Join me at Early Bird! Enter my code ${referral.code} in your new wallet within 30 days: you get ₹50 in credits, and I get ₹100.`,
      referrerBonus: { amount: '100.00' },
      referredBonus: { amount: '50.00' },
      count: 0,
      earned: { amount: '0.00' },
      referredBy: null,
      canApplyCode: true,
      people: [],
    });
  });

  it('names those who joined by first name and initial, newest first', async () => {
    await api.openWallet('bala');
    const { code } = await referralOf('bala');
    await join('kiran', 'Kiran Shah', code);
    api.app.clock.advance({ hours: 1 });
    await join('meera', '  Meera  ', code);
    api.app.clock.advance({ hours: 1 });
    await join('jose', 'José Maria d’Souza', code);

    expect(await referralOf('bala')).toMatchObject({
      count: 3,
      earned: { amount: '300.00' },
      people: [
        { displayName: 'José D.', joinedAt: '2026-03-10T06:00:00.000Z', bonus: { amount: '100.00' } },
        { displayName: 'Meera', joinedAt: '2026-03-10T05:00:00.000Z' },
        { displayName: 'Kiran S.', joinedAt: '2026-03-10T04:00:00.000Z' },
      ],
    });
    expect(await referralOf('kiran')).toMatchObject({ referredBy: 'Asha R.', canApplyCode: false });
  });

  it('tells no more of them to whoever brought them', async () => {
    const { viewer } = await api
      .customer('bala')
      .read<{ viewer: Viewer }>(
        '{ viewer { wallet { transactions { nodes { id reason orderId actor { id role channel } } } } } }',
      );
    const ids = viewer.wallet.transactions.nodes.map(({ id }) => decoded(id));
    const text = JSON.stringify([await referralOf('bala'), viewer, ids]);

    expect(ids.length).toBe(3);
    for (const secret of ['Shah', 'Souza', 'kiran', 'jose']) expect(text).not.toContain(secret);
  });

  it('can no longer take a code when the wallet is stopped or not new any more', async () => {
    const customerId = await api.openWallet('chitra');
    await api.staff.act('setWalletStatus', { customerId, status: 'FROZEN', reason: 'Card lost' }, 'replayed');
    expect(await referralOf('chitra')).toMatchObject({ canApplyCode: false });
    await api.staff.act('setWalletStatus', { customerId, status: 'ACTIVE', reason: 'Found' }, 'replayed');
    expect(await referralOf('chitra')).toMatchObject({ canApplyCode: true });

    api.app.clock.advance({ days: 30 });

    expect(await referralOf('chitra')).toMatchObject({ canApplyCode: false });
  });
});
