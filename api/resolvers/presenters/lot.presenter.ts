import type { CreditLot } from '../../../schema/wallet/credit-lot.type.ts';
import type { ExpiringCredits } from '../../../schema/wallet/expiring-credits.type.ts';
import { daysBetween, type Instant } from '../../domain/calendar.ts';
import { sum } from '../../domain/money.ts';
import type { Lot } from '../../domain/wallet/lots.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { Position } from '../../services/queries/find-entries.ts';
import { presentMoney } from './money.presenter.ts';

/** A lot that knows which credit it is of. */
export type LotView = CreditLot & { readonly creditAt: Position };

export function presentLot(walletId: string, lot: Lot, now: Instant): LotView {
  const { original, remaining, funding, source, expiresAt, creditSeq } = lot;
  return {
    creditAt: { walletId, seq: creditSeq },
    original: presentMoney(original),
    remaining: presentMoney(remaining),
    funding,
    source,
    expiresAt,
    daysLeft: expiresAt === null ? null : daysBetween(now, expiresAt),
  };
}

/** The lots that expire within so many midnights; lots are kept soonest expiry first. */
export function presentExpiring({ id, lots }: Wallet, withinDays: number, now: Instant): ExpiringCredits {
  const expiring = lots.filter(
    ({ expiresAt }) => expiresAt !== null && daysBetween(now, expiresAt) <= withinDays,
  );
  return {
    total: presentMoney(sum(expiring.map((lot) => lot.remaining))),
    lots: expiring.map((lot) => presentLot(id, lot, now)),
    nextExpiryAt: expiring[0]?.expiresAt ?? null,
  };
}
