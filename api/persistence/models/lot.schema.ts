import type { CreditSource, Funding } from '../../domain/wallet/lots.ts';
import { MOVEMENTS, type Movement } from '../../domain/wallet/running-totals.ts';
import { count, date, nullable, oneOf, paise, record, text } from '../json-schema.ts';

/** What wallets and entries both store about lots and totals. */

export interface LotFactsDocument {
  id: string;
  openedSeq: number;
  creditSeq: number;
  original: bigint;
  funding: Funding;
  source: CreditSource;
  expiresAt: Date | null;
}

export type RunningDocument = { [M in Movement]?: { count: number; total: bigint } };

const facts = {
  id: text,
  openedSeq: count,
  creditSeq: count,
  original: { ...paise, minimum: 1n },
  funding: oneOf(['PURCHASED', 'GRANTED']),
  source: oneOf(['PURCHASE', 'REFERRAL', 'PROMOTION', 'LOYALTY', 'MANUAL']),
  expiresAt: nullable(date),
};

export const lotFactsSchema = record(facts);
export const lotSchema = record({ ...facts, remaining: { ...paise, minimum: 1n } });

export const runningSchema = record(
  Object.fromEntries(MOVEMENTS.map((movement) => [movement, record({ count, total: paise })])),
  MOVEMENTS,
);
