import type { Statement } from '../../../schema/statement/statement.type.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Wallet } from '../../domain/wallet/wallet.ts';
import type { Summary } from '../../services/queries/summary.ts';
import { presentSummary } from './summary.presenter.ts';

/** From the first instant to the one before which it ends, which may lie after now. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
  readonly now: Instant;
}

/** A statement as the API says it; its transactions are found by the state of the wallet that it was made of. */
export interface StatementView extends Statement {
  readonly state: Wallet;
  readonly period: Period;
}

export function presentStatement(state: Wallet, period: Period, summary: Summary): StatementView {
  const { from, to, now } = period;
  const { from: _, to: __, net: ___, bySource: ____, ...shown } = presentSummary(summary, from, to);
  return { from, to: Math.min(to, now), ...shown, state, period };
}
