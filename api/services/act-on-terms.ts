import { changeIn } from '../domain/approval.ts';
import { changePreview, type ChangePreview } from '../domain/wallet/change-preview.ts';
import { isRefusal } from '../domain/refusal.ts';
import { advanced, asOf } from '../domain/wallet/decide.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { Wallet } from '../domain/wallet/wallet.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import type { Acted, AskedFor, Done, Refused } from './outcome.ts';
import type { Keyed, Request, WalletAct } from './wallet-use-case.ts';
import { withinLimits } from './within-limits.ts';

/** How an act on a wallet is asked for. */
export interface Terms {
  /** Only say what it would do: nothing is written, and the key stays unused. */
  readonly dryRun: boolean;
  /** The seq of the wallet in the preview on which it was decided: if it has another by now, nothing is done, or no other draws. */
  readonly expectedSeq: number | null;
}

/** What an act would do, and the wallet as it is. */
export interface Previewed {
  readonly wallet: Wallet;
  readonly preview: ChangePreview;
  /** Whether it is above the limit of whoever asks. */
  readonly needsApproval: boolean;
}

/** Refused because the wallet has moved, with what the act would do now, if it could be done. */
export interface Moved extends Refused {
  readonly preview?: ChangePreview;
  readonly needsApproval?: boolean;
}

export type Answer<E extends Entry> = Done<E> | Moved | Previewed | AskedFor;

/** How many entries are told of what has moved. */
const MOST_TOLD = 20;

/**
 * Does an act on a wallet, or says what it would do, by the very decision that then acts. Above the limit of whoever asks it does
 * nothing and waits for another person (product rule 22).
 */
export async function actOnTerms<I extends Keyed, E extends Entry>(
  app: App,
  caller: Caller,
  act: WalletAct<I, E>,
  { input, terms }: { readonly input: I; readonly terms: Terms },
): Promise<Answer<E>> {
  const request = act.request(caller, input);
  const { dryRun, expectedSeq } = terms;
  const useCase = withinLimits(app, caller.actor, act);
  if (dryRun) return app.engine.preview(previewing(useCase), request);
  if (expectedSeq === null) return app.engine.submit(useCase, request);
  const outcome = act.onQuote
    ? await app.engine.submit(useCase, act.request(caller, act.onQuote(input, expectedSeq)))
    : await app.engine.submit(expecting(useCase, expectedSeq), request);
  if (!('refused' in outcome) || outcome.refused.code !== 'QUOTE_CHANGED') return outcome;
  const now = await app.engine.preview(previewing(useCase), request);
  const moved = await movedSince(app, request.walletId, expectedSeq, outcome.refused.moved);
  const refused: Refused = { refused: { code: 'QUOTE_CHANGED', moved } };
  if (!('preview' in now)) return refused;
  return { ...refused, preview: now.preview, needsApproval: now.needsApproval };
}

/** The same use case, answering with what it would change; where its key has acted, as always. For `Engine.preview`. */
export function previewing<I, E extends Entry>(
  useCase: UseCase<Request<I>, Acted<E>>,
): UseCase<Request<I>, Acted<E> | Previewed> {
  return {
    ...useCase,
    decide: (request, work, context) => {
      const before = work.get('wallets', request.walletId);
      const outcome = useCase.decide(request, work, context);
      if ('refused' in outcome || outcome.replayed || !before) return outcome;
      const wallet = asOf(before, context.now, context.policy);
      if (!('entry' in outcome)) return { wallet, preview: changeIn(outcome.approval), needsApproval: true };
      const preview = changePreview(wallet, outcome.wallet, outcome.entry, context);
      return { wallet, preview, needsApproval: false };
    },
  };
}

/** The same use case, refused unless its entry is the next after that seq. */
function expecting<I, E extends Entry>(
  useCase: UseCase<Request<I>, Acted<E>>,
  expectedSeq: number,
): UseCase<Request<I>, Acted<E>> {
  return {
    ...useCase,
    decide: (request, work, context) => {
      const before = work.get('wallets', request.walletId);
      const outcome = useCase.decide(request, work, context);
      if ('refused' in outcome || outcome.replayed) return outcome;
      const seq = 'entry' in outcome ? outcome.entry.seq - 1 : changeIn(outcome.approval).seq;
      if (seq === expectedSeq) return outcome;
      work.discard();
      return { refused: { code: 'QUOTE_CHANGED', moved: dueIn(before ?? null, request, context) } };
    },
  };
}

/** What has fallen due in a wallet and is not booked yet. */
function dueIn(
  wallet: Wallet | null,
  { walletId, entryId, intent, caller }: Request<unknown>,
  { now, policy }: BatchContext,
): readonly Entry[] {
  const booked = advanced(wallet, { kind: 'EXPIRE' }, walletId, { now, policy, entryId, intent, ...caller });
  return isRefusal(booked) ? [] : booked.entries;
}

/** What came after that seq, oldest first and no more than a few: what is in the journal, and then what is only due. */
async function movedSince(
  { stores }: App,
  walletId: string,
  seq: number,
  due: readonly Entry[],
): Promise<Entry[]> {
  const places = Array.from({ length: MOST_TOLD }, (_, n) => seq + 1 + n);
  const booked = await stores.journal.atPositions(walletId, places);
  const known = new Set(booked.map((entry) => entry.seq));
  const rest = due.filter((entry) => entry.seq > seq && !known.has(entry.seq));
  return [...booked.toSorted((a, b) => a.seq - b.seq), ...rest].slice(0, MOST_TOLD);
}
