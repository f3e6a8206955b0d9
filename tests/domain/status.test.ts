import type { WalletStatus } from '../../api/domain/wallet/wallet.ts';
import { entryOf, india, meera, ravi, refused, rupees, WalletStory } from './wallet-story.ts';

function funded(): WalletStory {
  const story = new WalletStory();
  story.credit(rupees(100));
  return story;
}

describe.each([
  ['FROZEN', 'WALLET_FROZEN'],
  ['SUSPENDED', 'WALLET_SUSPENDED'],
] as const)('a %s wallet', (status, code) => {
  it('refuses to spend and to receive grants, and says since when', () => {
    const story = funded();
    story.now = india('2026-03-11 10:00');
    story.setStatus(status);
    story.now = india('2026-03-12 10:00');
    const refusal = { code, since: india('2026-03-11 10:00') };
    expect(story.debit(rupees(10))).toEqual(refusal);
    expect(story.credit(rupees(10))).toEqual(refusal);
    expect(story.wallet.balance).toBe(rupees(100));
  });

  it('says so before anything else that may be wrong', () => {
    const story = funded();
    story.setStatus(status);
    expect(refused(story.debit(-1n)).code).toBe(code);
    expect(refused(story.credit(-1n, { reason: '' })).code).toBe(code);
  });

  it('is written down with reason, actor and what it was before', () => {
    const story = funded();
    const entry = entryOf(story.setStatus(status, meera, 'Card was stolen'), 'STATUS');
    expect(entry).toMatchObject({
      status,
      previous: 'ACTIVE',
      reason: 'Card was stolen',
      actor: meera,
      balanceAfter: rupees(100),
      running: story.wallet.running,
    });
    expect(story.wallet).toMatchObject({ status, statusReason: 'Card was stolen', statusSince: story.now });
  });

  it('leaves when money last moved as it was', () => {
    const story = funded();
    const moved = story.now;
    story.now += 1_000;
    story.setStatus(status);
    expect(story.wallet).toMatchObject({ lastTransactionAt: moved, updatedAt: moved + 1_000 });
  });

  it('spends again once an admin has made it active', () => {
    const story = funded();
    story.setStatus(status);
    story.setStatus('ACTIVE');
    expect(story.spend(rupees(100)).balanceAfter).toBe(0n);
  });
});

describe('a change of status', () => {
  it.each<[WalletStatus, WalletStatus]>([
    ['FROZEN', 'SUSPENDED'],
    ['SUSPENDED', 'FROZEN'],
    ['SUSPENDED', 'ACTIVE'],
    ['FROZEN', 'ACTIVE'],
  ])('goes for an admin from %s to %s', (from, to) => {
    const story = funded();
    story.setStatus(from);
    expect(entryOf(story.setStatus(to), 'STATUS')).toMatchObject({ previous: from, status: to });
  });

  it('goes for staff to frozen and back', () => {
    const story = funded();
    expect(entryOf(story.setStatus('FROZEN', ravi), 'STATUS').status).toBe('FROZEN');
    expect(entryOf(story.setStatus('ACTIVE', ravi), 'STATUS').status).toBe('ACTIVE');
  });

  it.each<WalletStatus>(['ACTIVE', 'FROZEN'])('is refused to staff from suspended to %s', (to) => {
    const story = funded();
    story.setStatus('SUSPENDED');
    expect(refused(story.setStatus(to, ravi))).toEqual({ code: 'WALLET_SUSPENDED', since: story.now });
    expect(story.wallet.status).toBe('SUSPENDED');
  });

  it.each<WalletStatus>(['ACTIVE', 'FROZEN'])('is refused to staff from %s to suspended', (from) => {
    const story = funded();
    if (from !== 'ACTIVE') story.setStatus(from);
    expect(refused(story.setStatus('SUSPENDED', ravi))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'status',
    });
    expect(story.wallet.status).toBe(from);
  });

  it.each<WalletStatus>(['ACTIVE', 'FROZEN', 'SUSPENDED'])(
    'is refused when the wallet is %s already',
    (status) => {
      const story = funded();
      if (status !== 'ACTIVE') story.setStatus(status);
      expect(refused(story.setStatus(status))).toEqual({
        code: 'INVALID_INPUT',
        field: 'status',
        problem: `The wallet is ${status} already.`,
      });
    },
  );

  it('is refused without a reason', () => {
    expect(refused(funded().setStatus('FROZEN', meera, '  '))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'reason',
    });
  });
});
