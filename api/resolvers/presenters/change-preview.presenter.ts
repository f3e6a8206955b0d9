import type { ChangePreview } from '../../../schema/wallet/change-preview.type.ts';
import type { LotChange } from '../../../schema/wallet/lot-change.type.ts';
import type { WalletGlance } from '../../../schema/wallet/wallet-glance.type.ts';
import type { Policy } from '../../domain/policy.ts';
import type {
  ChangePreview as Preview,
  LotChange as Change,
  WalletGlance as Glance,
} from '../../domain/wallet/change-preview.ts';
import { isMoneyEntry, type MoneyEntry } from '../../domain/wallet/entries.ts';
import type { Position } from '../../services/queries/find-entries.ts';
import { presentDraws, type DrawView } from './draw.presenter.ts';
import { presentMoney } from './money.presenter.ts';
import { presentTier } from './tier.presenter.ts';
import { presentTransaction } from './transaction.presenter.ts';

/** What becomes of a credit, which is looked up when asked for; null where the act itself would make it. */
export type LotChangeView = LotChange & { readonly creditAt: Position | null };

/** A preview, and whether another person has to approve what it shows. */
export function presentChangePreview(
  preview: Preview,
  policy: Policy,
  needsApproval: boolean,
): ChangePreview {
  const { seq, before, after, entry, lots } = preview;
  return {
    before: presentGlance(before, policy),
    after: presentGlance(after, policy),
    draws: isMoneyEntry(entry) ? drawsOf(entry) : [],
    lots: lots.map((change) => presentLotChange(change, preview)),
    needsApproval,
    quote: { seq },
  };
}

function presentGlance({ balance, held, tier, status }: Glance, { tiers }: Policy): WalletGlance {
  const terms = tiers.find(({ level }) => level === tier) ?? tiers[0];
  return { balance: presentMoney(balance), held: presentMoney(held), tier: presentTier(terms), status };
}

function drawsOf(entry: MoneyEntry): DrawView[] {
  if (entry.kind === 'CREDIT') return [];
  return presentDraws(presentTransaction(entry), 'restores' in entry ? entry.restores : entry.draws);
}

function presentLotChange(
  { creditSeq, before, after, expiresAtBefore, expiresAtAfter }: Change,
  { entry: { walletId, seq } }: Preview,
): LotChangeView {
  return {
    creditAt: creditSeq === seq ? null : { walletId, seq: creditSeq },
    ...{ before: presentMoney(before), after: presentMoney(after) },
    ...{ expiresAtBefore, expiresAtAfter },
  };
}
