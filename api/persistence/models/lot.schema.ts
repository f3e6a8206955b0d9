import type { CreditSource, Funding } from '../../domain/wallet/lots.ts';
import { MOVEMENTS, type Movement } from '../../domain/wallet/running-totals.ts';
import { HOLD_PURPOSES, type HoldPurpose } from '../../domain/wallet/holds.ts';
import { count, date, listOf, nullable, oneOf, paise, record, text } from '../json-schema.ts';

/** What wallets and entries both store about lots, holds and totals. */

export interface LotFactsDocument {
  id: string;
  openedSeq: number;
  creditSeq: number;
  original: bigint;
  funding: Funding;
  source: CreditSource;
  expiresAt: Date | null;
}

export interface DrawDocument {
  lot: LotFactsDocument;
  amount: bigint;
}

export interface HoldDocument {
  id: string;
  purpose: HoldPurpose;
  orderId: string | null;
  amount: bigint;
  placedSeq: number;
  placedAt: Date;
  expiresAt: Date | null;
  draws: DrawDocument[];
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

const amount = { ...paise, minimum: 1n };
export const drawsSchema = listOf(record({ lot: lotFactsSchema, amount }), 100_000);

export const holdSchema = record({
  id: text,
  purpose: oneOf(HOLD_PURPOSES),
  orderId: nullable(text),
  amount,
  placedSeq: count,
  placedAt: date,
  expiresAt: nullable(date),
  draws: drawsSchema,
});

export const runningSchema = record(
  Object.fromEntries(MOVEMENTS.map((movement) => [movement, record({ count, total: paise })])),
  MOVEMENTS,
);
