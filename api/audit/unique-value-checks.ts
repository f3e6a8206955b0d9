import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import { holdingsOfCampaign } from '../persistence/stores/campaign.store.ts';
import { holdingsOf as holdingsOfReview } from '../persistence/stores/payment-review.store.ts';
import { holdingsOf as holdingsOfTopUp } from '../persistence/stores/top-up.store.ts';
import { valueOf, type Holding } from '../persistence/stores/unique-values.ts';
import { holdingsOf as holdingsOfWallet } from '../persistence/stores/wallet.store.ts';
import type { Findings } from './findings.ts';

/** I34: from values to those who have them, and from top-ups and reviews to theirs. Wallets are looked at with their journals. */
export async function checkUniqueValues(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
  for await (const page of snapshot.holdings()) {
    findings.shapes(page);
    await checkHoldings(
      page.flatMap(({ value }) => value ?? []),
      snapshot,
      findings,
    );
  }
  for await (const page of snapshot.topUps()) {
    const topUps = page.flatMap(({ value }) => value ?? []);
    const held = topUps.flatMap((topUp) => holdingsOfTopUp({ _id: topUp.id, ...topUp }));
    await checkHolders(held, snapshot, findings);
  }
  for await (const page of snapshot.campaigns()) {
    const campaigns = page.flatMap(({ value }) => value ?? []);
    await checkHolders(campaigns.flatMap(holdingsOfCampaign), snapshot, findings);
  }
  for await (const page of snapshot.paymentReviews()) {
    const reviews = page.flatMap(({ value }) => value ?? []);
    await checkHolders(reviews.flatMap(holdingsOfReview), snapshot, findings);
  }
}

/** That each value is written down for the one that has it. */
export async function checkHolders(
  held: readonly Holding[],
  snapshot: AuditSnapshot,
  findings: Findings,
): Promise<void> {
  const holders = await snapshot.holders(held.map(({ _id }) => _id));
  findings.checked('I34', held.length);
  for (const { _id: value, holder: record } of held) {
    const other = holders.get(value);
    if (other === record) continue;
    const problem = other === undefined ? `${value} leads to nothing` : `${value} leads to ${other}`;
    findings.violated('I34', { record }, problem);
  }
}

/** That whoever a value leads to has it. */
async function checkHoldings(
  holdings: readonly Holding[],
  snapshot: AuditSnapshot,
  findings: Findings,
): Promise<void> {
  const ofWallets = [valueOf.referralCode(''), valueOf.shortCode('')];
  const isOfWallet = ({ _id: value }: Holding) => ofWallets.some((kind) => value.startsWith(kind));
  const ofOthers = holdings.filter((holding) => !isOfWallet(holding)).map(({ holder }) => holder);
  const [codes, topUps, reviews, campaigns] = await Promise.all([
    snapshot.codesOf(holdings.filter(isOfWallet).map(({ holder }) => holder)),
    snapshot.topUpsById(ofOthers),
    snapshot.reviewsById(ofOthers),
    snapshot.campaignsById(ofOthers),
  ]);
  findings.checked('I34', holdings.length);
  for (const { _id: value, holder } of holdings) {
    const [wallet, topUp, review] = [codes.get(holder), topUps.get(holder), reviews.get(holder)];
    const campaign = campaigns.get(holder);
    const has = [
      ...(wallet ? holdingsOfWallet(wallet) : []),
      ...(topUp ? holdingsOfTopUp({ _id: holder, ...topUp }) : []),
      ...(campaign ? holdingsOfCampaign(campaign) : []),
    ].some(({ _id }) => _id === value);
    // A payment stays that of the review by which it was credited, whatever became of the credit.
    if (has || (review && value === valueOf.paymentId(review.provider, review.paymentId))) continue;
    findings.violated('I34', { record: value }, `it leads to ${holder}, which has no such value`);
  }
}
