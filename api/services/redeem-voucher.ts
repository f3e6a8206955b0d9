import {
  usedOnce,
  useIdOf,
  useIdsOf,
  whyNotUsable,
  type Campaign,
  type UseFacts,
  type VoucherUse,
} from '../domain/campaign.ts';
import { addDays } from '../domain/calendar.ts';
import type { Paise } from '../domain/money.ts';
import type { CreditCommand } from '../domain/wallet/commands.ts';
import { asOf } from '../domain/wallet/decide.ts';
import type { CreditEntry } from '../domain/wallet/entries.ts';
import { tierStanding } from '../domain/wallet/tier.ts';
import { timeOf, type Wallet } from '../domain/wallet/wallet.ts';
import type { BatchContext, UseCase } from '../ledger/use-case.ts';
import type { Scope } from '../ledger/working-set.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { intentOf, keyedEntryId } from './idempotency.ts';
import type { Done, Refused } from './outcome.ts';
import { largestPurchaseSince } from './queries/largest-purchase.ts';
import { findCode } from './voucher-codes.ts';
import { actOnWallet, answered, request, type Request } from './wallet-use-case.ts';

export interface RedeemVoucher {
  /** As somebody writes it. */
  readonly code: string;
  readonly customerId: string;
  readonly idempotencyKey: string;
}

/** Which campaign and code it led to, and what that is decided on besides. */
interface Redeeming {
  readonly idempotencyKey: string;
  readonly campaignId: string;
  readonly codeId: string | null;
  readonly orders: Orders;
}

/** What a customer has ordered, in paise. */
interface Orders {
  readonly largest: Paise;
  readonly hasOrdered: boolean;
}

/** One transaction changes the campaign, uses the code and credits the wallet: the last of a budget is spent once. */
const useCase: UseCase<Request<Redeeming>, Done<CreditEntry> | Refused> = {
  name: 'redeemVoucher',
  reads: ({ walletId, entryId, input: { campaignId, codeId } }) => ({
    ...{ wallets: [walletId], key: entryId, campaigns: [campaignId] },
    ...{ voucherUses: useIdsOf(campaignId, walletId), voucherCodes: codeId === null ? [] : [codeId] },
  }),
  decide: (asked, work, context) => {
    const first = answered<CreditEntry>('CREDIT', asked, work, context);
    if (first) return first;
    const { campaignId, codeId } = asked.input;
    const campaign = work.get('campaigns', campaignId);
    const code = codeId === null ? null : (work.get('voucherCodes', codeId) ?? null);
    // Of a draft nobody is told anything, not even that they have no wallet.
    if (!campaign || isDraft(campaign) || (codeId !== null && !code))
      return { refused: { code: 'CODE_NOT_USABLE' } };
    if (code?.usedAt) return { refused: { code: 'VOUCHER_USED', since: code.usedAt } };
    const wallet = work.get('wallets', asked.walletId);
    if (!wallet) return { refused: { code: 'WALLET_NOT_FOUND', customerId: asked.walletId } };
    const facts = factsOf(asked, wallet, work, context);
    const refused = whyNotUsable(campaign, facts);
    if (refused) return { refused };
    const done = actOnWallet<CreditEntry>(creditFor(campaign, facts), asked, work, context);
    if ('refused' in done) return done;
    const isFirst = facts.uses.length === 0;
    const use = useOf(campaign, asked, done.entry, facts.uses.length);
    work.put('campaigns', campaignId, usedOnce(campaign, isFirst, context.now));
    work.put('voucherUses', use.id, use);
    if (code) {
      const { version } = code;
      work.put('voucherCodes', code.id, {
        ...code,
        version: version + 1,
        usedBy: use.id,
        usedAt: use.usedAt,
      });
    }
    return done;
  },
};

function factsOf(
  { walletId, input: { campaignId, orders } }: Request<Redeeming>,
  wallet: Wallet,
  work: Scope,
  { now: present, policy }: BatchContext,
): UseFacts {
  const now = timeOf(wallet, present);
  const uses = useIdsOf(campaignId, walletId).flatMap((id) => work.get('voucherUses', id) ?? []);
  const tier = tierStanding(asOf(wallet, now, policy), policy, now).tier.level;
  return { now, uses, tier, largestPurchase: orders.largest, hasOrdered: orders.hasOrdered };
}

function isDraft({ state }: Campaign): boolean {
  return state === 'DRAFT';
}

/** What a use of the campaign asks of the wallet. */
function creditFor(campaign: Campaign, { now, uses }: UseFacts): CreditCommand {
  const { id: campaignId, termsVersion, value: amount, name: reason, creditLifetimeDays: days } = campaign;
  const expiresOn = days === null ? null : addDays(now, days);
  const origin = { kind: 'VOUCHER', campaignId, termsVersion, use: uses.length + 1 } as const;
  return { kind: 'CREDIT', amount, source: 'PROMOTION', reason, expiresOn, orderId: null, origin };
}

function useOf(
  { id: campaignId, termsVersion, value: amount }: Campaign,
  { walletId: customerId, entryId, input: { codeId } }: Request<Redeeming>,
  { at: usedAt }: CreditEntry,
  usesBefore: number,
): VoucherUse {
  const id = useIdOf(campaignId, customerId, usesBefore + 1);
  return { id, campaignId, customerId, codeId, entryId, amount, termsVersion, usedAt };
}

/**
 * Credits what a voucher is worth. Codes that do not exist, and those of a draft, are counted by who tries them and from where; after some
 * the next one has to wait, whether it exists or not.
 */
export function redeemVoucher(
  app: App,
  caller: Caller,
  network: string,
  input: RedeemVoucher,
): Promise<Done<CreditEntry> | Refused> {
  return app.codeAttempts.evenly(() => redeem(app, caller, network, input));
}

async function redeem(
  app: App,
  caller: Caller,
  network: string,
  { code, customerId, idempotencyKey }: RedeemVoucher,
): Promise<Done<CreditEntry> | Refused> {
  const attempt = { personId: caller.actor.id, network };
  const waitSeconds = app.codeAttempts.begin(attempt);
  const wait = { refused: { code: 'TOO_MANY_ATTEMPTS', waitSeconds: waitSeconds ?? 0 } } as const;
  const entryId = keyedEntryId(customerId, idempotencyKey);
  const first = waitSeconds === null ? null : (await app.stores.journal.load([entryId])).get(entryId);
  if (waitSeconds !== null && !first) return wait;
  const find = () => findCampaign(app, code);
  const { found, campaign } = await app.codeAttempts.looking(attempt, waitSeconds, find);
  // What a customer has ordered is no part of what was asked for.
  const intent = found && intentOf(useCase.name, { customerId, ...found });
  // Whoever has to wait is told what the key has done, and of no other code whether there is one.
  if (first && first.intent !== intent) return wait;
  if (!found || intent === null) return { refused: { code: 'CODE_NOT_USABLE' } };
  if (waitSeconds === null && campaign && !isDraft(campaign)) app.codeAttempts.found(attempt);
  const named = { ...found, idempotencyKey };
  const asked = request(useCase.name, caller, customerId, named);
  const orders = await ordersOf(app, customerId, campaign);
  return app.engine.submit(useCase, { ...asked, intent, input: { ...named, orders } });
}

/** What a code leads to, and the campaign that this is of. */
async function findCampaign(app: App, code: string) {
  const found = await findCode(app, code);
  const campaigns = found ? await app.stores.campaigns.load([found.campaignId]) : null;
  return { found, campaign: found ? campaigns?.get(found.campaignId) : undefined };
}

async function ordersOf(app: App, customerId: string, campaign: Campaign | undefined): Promise<Orders> {
  const none = { largest: 0n, hasOrdered: false };
  if (!campaign || (campaign.minPurchaseAmount === null && !campaign.newCustomersOnly)) return none;
  const wallet = (await app.stores.wallets.load([customerId])).get(customerId);
  if (!wallet) return none;
  const [largest, ever] = await Promise.all([
    largestPurchaseSince(app, wallet, campaign.startsAt),
    largestPurchaseSince(app, wallet, wallet.openedAt),
  ]);
  return { largest, hasOrdered: ever > 0n };
}
