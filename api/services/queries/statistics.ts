import { daysBetween, type Instant } from '../../domain/calendar.ts';
import { sum, type Paise } from '../../domain/money.ts';
import { CREDIT_MOVEMENTS, tallyOf, type Tally } from '../../domain/wallet/running-totals.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';

const SOON_DAYS = 30;

/** A wallet in figures; amounts are in paise. */
export interface WalletStatistics {
  readonly credits: Tally;
  readonly debits: Tally;
  readonly refunds: Tally;
  readonly expiries: Tally;
  readonly reversals: Tally;
  /** Null before the first debit, like the largest. */
  readonly averageDebit: Paise | null;
  readonly largestDebit: Paise | null;
  /** In midnights of the shop; null when money never moved. */
  readonly daysSinceLastTransaction: number | null;
  readonly expiringSoon: Paise;
  readonly rewardsClaimed: number;
  readonly peopleReferred: number;
}

/** The figures of a wallet as it is at an instant. All of them are kept up to date on the wallet, so nothing is read. */
export function walletStatistics(wallet: Wallet, now: Instant): WalletStatistics {
  const { running, largestDebit, lastTransactionAt, rewardsClaimed, referrals } = wallet;
  const debits = tallyOf(running, ['debit']);
  return {
    credits: tallyOf(running, CREDIT_MOVEMENTS),
    debits,
    refunds: tallyOf(running, ['refund']),
    expiries: tallyOf(running, ['expiry']),
    reversals: tallyOf(running, ['reversal']),
    averageDebit: averageOf(debits),
    largestDebit,
    daysSinceLastTransaction: lastTransactionAt === null ? null : daysBetween(lastTransactionAt, now),
    expiringSoon: expiringWithin(wallet, SOON_DAYS, now),
    rewardsClaimed,
    peopleReferred: referrals.count,
  };
}

/** Rounded half up to a whole paisa; null for none. */
function averageOf({ count, total }: Tally): Paise | null {
  if (count === 0) return null;
  const divisor = BigInt(count);
  return (2n * total + divisor) / (2n * divisor);
}

function expiringWithin({ lots }: Wallet, days: number, now: Instant): Paise {
  const expiring = lots.filter(({ expiresAt }) => expiresAt !== null && daysBetween(now, expiresAt) <= days);
  return sum(expiring.map(({ remaining }) => remaining));
}
