import type { Instant } from '../../api/domain/calendar.ts';
import { canBeReferred, whyNotReferable } from '../../api/domain/referral.ts';
import type { CreditOrigin } from '../../api/domain/wallet/entries.ts';
import { india, rupees, WalletStory } from './wallet-story.ts';

const opened = india('2026-03-10 09:00');
const windowEnd = india('2026-04-09 09:00');

function couple() {
  return { asha: new WalletStory({ id: 'asha' }), kiran: new WalletStory({ id: 'kiran', at: opened }) };
}

function bonus(side: 'REFERRER' | 'REFERRED', otherId: string): { origin: CreditOrigin } {
  return { origin: { kind: 'REFERRAL', side, otherId } };
}

function whyNot(referred: WalletStory, referrer: WalletStory, now: Instant = opened) {
  return whyNotReferable(referred.wallet, referrer.wallet, referred.policy, now);
}

/** A referrer who has brought so many, all in the month of the instant. */
function referrerOf(count: number, at: Instant): WalletStory {
  const story = new WalletStory({ id: 'asha', at });
  for (let n = 0; n < count; n += 1) story.grant(rupees(100), bonus('REFERRER', `friend-${n}`));
  return story;
}

describe('a new customer', () => {
  it('can use the code of another within thirty days of opening the wallet', () => {
    const { asha, kiran } = couple();
    expect(whyNot(kiran, asha)).toBeNull();
    expect(whyNot(kiran, asha, windowEnd - 1)).toBeNull();
    expect(whyNot(kiran, asha, windowEnd)).toEqual({ code: 'REFERRAL_WINDOW_CLOSED', since: windowEnd });
  });

  it('cannot use the own code', () => {
    const { asha } = couple();
    expect(whyNot(asha, asha)).toEqual({ code: 'REFERRAL_SELF' });
  });

  it('cannot use the code of somebody who came by the own one', () => {
    const { asha, kiran } = couple();
    asha.grant(rupees(50), bonus('REFERRED', 'kiran'));
    expect(whyNot(kiran, asha)).toEqual({ code: 'REFERRAL_LOOP' });
  });

  it.each(['FROZEN', 'SUSPENDED'] as const)('is not told that the wallet behind a code is %s', (status) => {
    const { asha, kiran } = couple();
    asha.setStatus(status);
    expect(whyNot(kiran, asha)).toEqual({ code: 'REFERRAL_CODE_UNKNOWN' });
  });

  it('cannot use a code while the own wallet is frozen', () => {
    const { asha, kiran } = couple();
    kiran.setStatus('FROZEN');
    expect(whyNot(kiran, asha)).toEqual({ code: 'WALLET_FROZEN', since: opened });
  });

  it('cannot be the twenty-first of one referrer in a month, in India', () => {
    const lastOfMarch = india('2026-03-31 23:59:59.999');
    const { kiran } = couple();
    expect(whyNot(kiran, referrerOf(19, lastOfMarch), lastOfMarch)).toBeNull();
    const busy = referrerOf(20, lastOfMarch);
    expect(whyNot(kiran, busy, lastOfMarch)).toEqual({ code: 'REFERRAL_LIMIT_REACHED' });
    expect(whyNot(kiran, busy, lastOfMarch + 1)).toBeNull();
  });
});

describe('a clock that was set back', () => {
  it('opens no window again that has closed by the time of the wallet', () => {
    const { asha, kiran } = couple();
    kiran.now = windowEnd;
    kiran.grant(rupees(10));
    expect(whyNot(kiran, asha, windowEnd - 1)).toEqual({ code: 'REFERRAL_WINDOW_CLOSED', since: windowEnd });
    expect(canBeReferred(kiran.wallet, kiran.policy, windowEnd - 1)).toBe(false);
  });

  it('gives no second month of referrals by the time of the referrer', () => {
    const busy = referrerOf(20, india('2026-04-01 00:00'));
    expect(whyNot(couple().kiran, busy, india('2026-03-31 23:00'))).toEqual({
      code: 'REFERRAL_LIMIT_REACHED',
    });
  });
});

describe('whether a code can be used at all', () => {
  it('is so for a new, active customer whom nobody referred yet', () => {
    const { kiran } = couple();
    expect(canBeReferred(kiran.wallet, kiran.policy, windowEnd - 1)).toBe(true);
    expect(canBeReferred(kiran.wallet, kiran.policy, windowEnd)).toBe(false);
  });

  it('is not so twice, and not while the wallet is frozen', () => {
    const { asha, kiran } = couple();
    kiran.grant(rupees(50), bonus('REFERRED', 'asha'));
    asha.setStatus('FROZEN');
    expect([asha, kiran].map(({ wallet, policy }) => canBeReferred(wallet, policy, opened))).toEqual([
      false,
      false,
    ]);
  });
});
