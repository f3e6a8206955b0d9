import type { Quote } from '../domain/wallet/commands.ts';
import { entryIdOf } from '../domain/wallet/entry-id.ts';
import type { Reads, Scope } from '../ledger/working-set.ts';

/** What is spent or set aside on a quote. */
interface Quoted {
  readonly customerId: string;
  readonly quotedSeq?: number;
}

/** What has to be known to tell whether a quote still stands. */
export function quoteReads({ customerId, quotedSeq }: Quoted): Reads {
  return quotedSeq === undefined ? {} : { since: [entryIdOf(customerId, `${quotedSeq}`)] };
}

/** The quote as the decision takes it. */
export function quoteOf({ customerId, quotedSeq }: Quoted, work: Scope): { readonly quote?: Quote } {
  if (quotedSeq === undefined) return {};
  const since = work.named('since', entryIdOf(customerId, `${quotedSeq}`));
  return { quote: { seq: quotedSeq, since } };
}
