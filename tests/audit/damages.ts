import type { InvariantCode } from '../../api/audit/invariants.ts';
import type { TopUp } from '../../api/domain/top-up.ts';
import {
  checkoutDebitId,
  checkoutHoldId,
  checkoutRefundId,
  checkoutReleaseId,
} from '../../api/domain/checkout.ts';
import { cardEntryId } from '../../api/domain/gift-card/card-entries.ts';
import { releaseEntryId } from '../../api/domain/wallet/entry-id.ts';
import { referrerBonusId } from '../../api/services/idempotency.ts';
import type { Damage } from './damage.ts';
import type { Shop } from './shop.ts';

interface Planted {
  readonly code: InvariantCode;
  readonly what: string;
  plant(damage: Damage, shop: Shop): Promise<void>;
  /** Where, a colon, and what the audit has to say. */
  problem(shop: Shop): string;
}

const WALLETS = 'customer_wallets';
const ENTRIES = 'wallet_transactions';
const FIGURES = 'programme_figures';
const EVENTS = 'payment_events';
const REVIEWS = 'payment_reviews';
const APPROVALS = 'approvals';

const LARGEST = 'largest_orders';
const CHECKOUTS = 'checkouts';
const VALUES = 'unique_values';

const midMay = new Date('2026-05-15T12:00:00Z');
/** What is remembered of the largest orders since the shop opened. */
const asked = (walletId: string) => `${walletId}:${Date.parse('2026-03-10T09:30:00+05:30')}`;
/** The entry by which asha got the bonus for kiran. */
const BONUS = referrerBonusId('asha', 'kiran');

/** The entry by which a card got back what it had paid of an order. */
const ofCardBack = ({ id, cardId }: Shop['back']) => cardEntryId(cardId, checkoutRefundId(id, 1));

/** One thing wrong at a time, and the words in which the audit must say so. */
export const damages: readonly Planted[] = [
  {
    code: 'I1',
    what: 'a balance that somebody changed',
    plant: (damage) => damage.set(WALLETS, 'asha', { balance: 1n }),
    problem: () => 'asha: its balance is ₹0.01, its lots hold ₹680.00, its entries come to ₹680.00',
  },
  {
    code: 'I1',
    what: 'a journal without a wallet',
    plant: (damage) => damage.remove(WALLETS, 'kiran'),
    problem: () => 'kiran: it has entries (8) and no wallet',
  },
  {
    code: 'I1',
    what: 'a wallet without a journal, in between and at the end',
    plant: async (damage) => {
      await damage.copy(WALLETS, 'kiran', { _id: 'bina', referralCode: 'AAAA' });
      await damage.copy(WALLETS, 'kiran', { _id: 'zz', referralCode: 'BBBB' });
    },
    problem: () => 'zz: it has no entries, not even its opening',
  },
  {
    code: 'I2',
    what: 'a stretch of balances in which the balance does not lie',
    plant: (damage) => damage.set(WALLETS, 'asha', { band: 3 }),
    problem: () => 'asha: it is kept in stretch 3 of balances, its balance lies in 112',
  },
  {
    code: 'I2',
    what: 'a next expiry that the nightly job would miss',
    plant: (damage) => damage.set(WALLETS, 'asha', { nextExpiryAt: null }),
    problem: () => 'asha: what is due next is kept as never, its lots and holds say 2026-05-02T18:29:59.999Z',
  },
  {
    code: 'I2',
    what: 'a balance below what could be spent',
    plant: (damage) => damage.set(WALLETS, 'asha', { balance: 599_00n }),
    problem: () => 'asha: ₹680.00 could be spent of a balance of ₹599.00',
  },
  {
    code: 'I3',
    what: 'a lot that holds more than it began with',
    plant: (damage) => damage.set(WALLETS, 'asha', { 'lots.0.remaining': 9_999_99n }),
    problem: () => 'asha: lot 9.2 holds ₹9999.99 of ₹80.00',
  },
  {
    code: 'I3',
    what: 'an entry that takes more from a lot than it held',
    plant: (damage, { debit }) => damage.set(ENTRIES, debit.id, { 'draws.0.amount': 100_01n }),
    problem: ({ debit }) => `asha, ${debit.id}: lot 2 would hold ₹-0.01 of ₹100.00`,
  },
  {
    code: 'I4',
    what: 'draws that are not what was spent',
    plant: (damage, { debit }) => damage.set(ENTRIES, debit.id, { 'draws.1.amount': 49_00n }),
    problem: ({ debit }) => `asha, ${debit.id}: its lots give ₹149.00, it says ₹150.00`,
  },
  {
    code: 'I4',
    what: 'a lot that holds something else than its entries leave',
    plant: (damage) => damage.set(WALLETS, 'asha', { 'lots.0.remaining': 79_00n, balance: 679_00n }),
    problem: () => 'asha: lot 9.2 holds ₹79.00, its entries leave ₹80.00',
  },
  {
    code: 'I4',
    what: 'a credit whose lot began with another amount',
    plant: (damage, { first }) => damage.set(ENTRIES, first.id, { 'lot.original': 101_00n }),
    problem: ({ first }) => `asha, ${first.id}: its lot began with ₹101.00, it says ₹100.00`,
  },
  {
    code: 'I5',
    what: 'running totals of an entry that are not a recount',
    plant: (damage, { debit }) => damage.set(ENTRIES, debit.id, { 'running.debit.total': 1n }),
    problem: ({ debit }) => `asha, ${debit.id}: its running totals do not follow from the ones before`,
  },
  {
    code: 'I5',
    what: 'running totals of a wallet that are not those of its journal',
    plant: (damage) => damage.set(WALLETS, 'asha', { 'running.debit.count': 7 }),
    problem: () => 'asha: its running totals are not those of its last entry',
  },
  {
    code: 'I5',
    what: 'money that is in a journal and in no wallet',
    plant: (damage) => damage.remove(WALLETS, 'kiran'),
    problem: () => 'all wallets: all entries come to ₹1820.00, all balances to ₹1430.00',
  },
  {
    code: 'I5',
    what: 'a figure of the programme that is not what all entries come to',
    plant: (damage) =>
      damage.add('programme_stays', {
        _id: '2026-03:2026-04:x:1',
        last: '2026-03',
        next: '2026-04',
        totals: { debit: 1n },
      }),
    problem: () => '2026-03 to 2026-04: debit is kept as ₹150.01, all journals come to ₹150.00',
  },
  {
    code: 'I6',
    what: 'an entry that was taken out',
    plant: (damage, { extension }) => damage.remove(ENTRIES, extension.id),
    problem: () => `asha, ${BONUS}: it is number 8 where 7 was due`,
  },
  {
    code: 'I6',
    what: 'a balance that does not follow from the one before',
    plant: (damage, { debit }) => damage.set(ENTRIES, debit.id, { balanceAfter: 451_00n }),
    problem: ({ debit }) => `asha, ${debit.id}: it leaves a balance of ₹451.00 where ₹450.00 was due`,
  },
  {
    code: 'I6',
    what: 'a wallet that missed its last entries',
    plant: (damage) => damage.set(WALLETS, 'asha', { seq: 8 }),
    problem: () => 'asha: it says 8 entries, its journal has 9',
  },
  {
    code: 'I7',
    what: 'a wallet that is not the fold of its journal',
    plant: (damage) => damage.set(WALLETS, 'asha', { statusReason: 'Because', rewardsClaimed: 3 }),
    problem: () => 'asha: statusReason, rewardsClaimed differ from the fold of its journal',
  },
  {
    code: 'I7',
    what: 'an entry that was changed so that the journal does not fold',
    plant: (damage, { first }) => damage.set(ENTRIES, first.id, { amount: 99_00n }),
    problem: ({ first }) =>
      `asha, ${first.id}: the journal does not fold: Entry ${first.id} says 10000 paise, its lots hold 9900.`,
  },
  {
    code: 'I7',
    what: 'an entry under the name of another wallet',
    plant: (damage, { debit }) => damage.copy(ENTRIES, debit.id, { _id: 'kiran:copied', seq: 10 }),
    problem: () => 'asha, kiran:copied: its id is that of another wallet',
  },
  {
    code: 'I7',
    what: 'an expiry under another name than its lot gives it',
    plant: (damage) => damage.copy(ENTRIES, 'zoya:expiry:3', { _id: 'zoya:expiry:9', seq: 13 }),
    problem: () => 'zoya, zoya:expiry:9: its id should be zoya:expiry:3',
  },
  {
    code: 'I8',
    what: 'a unique index that is gone',
    plant: (damage) => damage.dropIndex(ENTRIES, 'walletId_seq'),
    problem: () => 'indexes: wallet_transactions has no unique index walletId_seq',
  },
  {
    code: 'I8',
    what: 'two entries at the same position, where nothing keeps them out',
    plant: async (damage, { debit }) => {
      await damage.dropIndex(ENTRIES, 'walletId_seq');
      await damage.copy(ENTRIES, debit.id, { _id: 'asha:copied' });
    },
    problem: () => 'indexes: wallet_transactions has 2 documents with {"walletId":"asha","seq":5}',
  },
  {
    code: 'I11',
    what: 'lots that were drawn in another order',
    plant: (damage, { debit }) => damage.reverse(ENTRIES, debit.id, 'draws'),
    problem: ({ debit }) => `asha, ${debit.id}: it drew lots 3, 2, next in order were lots 2, 3`,
  },
  {
    code: 'I11',
    what: 'a lot that was left with something when the next was drawn',
    plant: (damage, { debit }) =>
      damage.set(ENTRIES, debit.id, { 'draws.0.amount': 90_00n, 'draws.1.amount': 60_00n }),
    problem: ({ debit }) => `asha, ${debit.id}: it went on to the next lot although lot 2 held more`,
  },
  {
    code: 'I11',
    what: 'a lot that was drawn after its time',
    plant: (damage, { debit }) => damage.set(ENTRIES, debit.id, { at: midMay }),
    problem: ({ debit }) => `asha, ${debit.id}: lot 2 had expired on 2026-03-31T18:29:59.999Z`,
  },
  {
    code: 'I11',
    what: 'open lots of a wallet in another order',
    plant: (damage) => damage.reverse(WALLETS, 'asha', 'lots'),
    problem: () => 'asha: its lots do not stand in their order of use',
  },
  {
    code: 'I12',
    what: 'an expiry that did not take all',
    plant: (damage) => damage.set(ENTRIES, 'zoya:expiry:3', { amount: 1n, 'draws.0.amount': 1n }),
    problem: () => 'zoya, zoya:expiry:3: it took ₹0.01 of the ₹60.00 left in lot 3',
  },
  {
    code: 'I12',
    what: 'an expiry that was not booked when it was due',
    plant: (damage) => damage.remove(ENTRIES, 'zoya:expiry:3'),
    problem: ({ freeze }) =>
      `zoya, ${freeze.id}: lot 3 was due on 2026-03-31T18:29:59.999Z and not booked before it`,
  },
  {
    code: 'I12',
    what: 'an expiry that is dated in another month than the one in which the credit ended',
    plant: (damage) => damage.set(ENTRIES, 'zoya:expiry:3', { at: new Date('2026-04-01T12:00:00Z') }),
    problem: () =>
      'zoya, zoya:expiry:3: it is of 2026-04-01T12:00:00.000Z where 2026-03-31T18:29:59.999Z was due',
  },
  {
    code: 'I12',
    what: 'an expiry before its time',
    plant: (damage) => damage.set(ENTRIES, 'zoya:expiry:3', { expiredAt: midMay }),
    problem: () =>
      'zoya, zoya:expiry:3: lot 3 ends 2026-03-31T18:29:59.999Z, it was booked as 2026-05-15T12:00:00.000Z',
  },
  {
    code: 'I12',
    what: 'an index by which the database would forget money',
    plant: (damage) => damage.addIndex(ENTRIES, { at: 1 }, { expireAfterSeconds: 2 ** 31 - 1 }),
    problem: () => 'indexes: wallet_transactions forgets documents after a time: drop its index at_1',
  },
  {
    code: 'I13',
    what: 'refunds of more than the debit',
    plant: (damage, { refund }) => damage.set(ENTRIES, refund.id, { amount: 41_00n }),
    problem: ({ heir }) => `asha, ${heir.id}: ₹151.00 was given back of ₹150.00, by 2 refunds`,
  },
  {
    code: 'I13',
    what: 'a refund to a lot that the debit never drew',
    plant: (damage, { refund }) => damage.set(ENTRIES, refund.id, { 'restores.0.drawnFrom': '4' }),
    problem: ({ heir }) => `asha, ${heir.id}: the debit did not draw lot 4`,
  },
  {
    code: 'I13',
    what: 'a refund that turned purchased money into granted money',
    plant: (damage, { heir }) => damage.set(ENTRIES, heir.id, { 'restores.1.lot.funding': 'GRANTED' }),
    problem: ({ heir }) => `asha, ${heir.id}: funding of lot 9.2 is not that of lot 2`,
  },
  {
    code: 'I13',
    what: 'a refund to a lot with more time than anybody gave it',
    plant: (damage, { heir }) => damage.set(ENTRIES, heir.id, { 'restores.0.lot.expiresAt': null }),
    problem: ({ heir }) => `asha, ${heir.id}: expiresAt of lot 3 is not what the debit drew`,
  },
  {
    code: 'I13',
    what: 'a refund of a debit that is not there',
    plant: (damage, { refund }) => damage.set(ENTRIES, refund.id, { debitId: 'asha:gone' }),
    problem: ({ refund }) => `asha, ${refund.id}: there is no debit asha:gone`,
  },
  {
    code: 'I14',
    what: 'bonuses without a referral',
    plant: (damage) => damage.remove('referrals', 'kiran'),
    problem: () => 'asha: it says that asha referred kiran, the referral says nothing',
  },
  {
    code: 'I14',
    what: 'a referral without the bonus of the referrer',
    plant: (damage) => damage.remove(ENTRIES, BONUS),
    problem: () => 'kiran: asha has no bonus for it',
  },
  {
    code: 'I14',
    what: 'a referral that the referred wallet knows nothing of',
    plant: (damage) => damage.set(WALLETS, 'kiran', { referredBy: null }),
    problem: () => 'kiran: asha referred it, its wallet says nobody did',
  },
  {
    code: 'I14',
    what: 'two who referred each other',
    plant: (damage) => damage.set(WALLETS, 'asha', { referredBy: 'kiran' }),
    problem: () => 'kiran: it and asha referred each other',
  },
  {
    code: 'I14',
    what: 'a customer who referred itself',
    plant: (damage) => damage.set('referrals', 'kiran', { referrerId: 'kiran' }),
    problem: () => 'kiran: the customer referred itself',
  },
  {
    code: 'I15',
    what: 'a reward that counts more uses than it has claims',
    plant: (damage, { reward }) => damage.set('loyalty_rewards', reward.id, { totalUses: 2 }),
    problem: ({ reward }) => `${reward.id}: it counts 2 uses, its claims are 1`,
  },
  {
    code: 'I15',
    what: 'a reward that was claimed more often than it allows',
    plant: (damage, { reward }) => damage.set('loyalty_rewards', reward.id, { maxUses: 0 }),
    problem: ({ reward }) => `${reward.id}: its claims are 1, it allows 0`,
  },
  {
    code: 'I15',
    what: 'a credit of a reward without a claim',
    plant: (damage, { claim }) => damage.remove('reward_claims', claim.id),
    problem: ({ claim }) => `kiran, ${claim.entryId}: there is no claim ${claim.id}`,
  },
  {
    code: 'I15',
    what: 'a claim without a credit',
    plant: (damage, { claim }) => damage.remove(ENTRIES, claim.entryId),
    problem: ({ claim }) => `${claim.id}: there is no credit ${claim.entryId} of kiran`,
  },
  {
    code: 'I15',
    what: 'a claim outside of the time of its reward',
    plant: (damage, { reward }) => damage.set('loyalty_rewards', reward.id, { validFrom: midMay }),
    problem: ({ claim }) => `${claim.id}: it was claimed on 2026-03-10T04:00:00.000Z, outside of its time`,
  },
  {
    code: 'I15',
    what: 'a claim of another amount than the reward gives',
    plant: (damage, { reward }) => damage.set('loyalty_rewards', reward.id, { creditAmount: 31_00n }),
    problem: ({ claim }) => `${claim.id}: credit ${claim.entryId} is ₹30.00, the reward ₹31.00`,
  },
  {
    code: 'I16',
    what: 'a grant to a frozen wallet',
    plant: (damage, { reversal, row }) =>
      damage.copy(ENTRIES, row.id, { _id: `${reversal.id}-copied`, walletId: 'zoya', seq: 13 }),
    problem: ({ reversal }) => `zoya, ${reversal.id}-copied: a CREDIT was made while the wallet was FROZEN`,
  },
  {
    code: 'I16',
    what: 'a status that came from nowhere',
    plant: (damage, { freeze }) => damage.set(ENTRIES, freeze.id, { previous: 'SUSPENDED' }),
    problem: ({ freeze }) => `zoya, ${freeze.id}: it says SUSPENDED before it, the journal ACTIVE`,
  },
  {
    code: 'I16',
    what: 'a wallet that was thawed behind everybody',
    plant: (damage) => damage.set(WALLETS, 'zoya', { status: 'ACTIVE' }),
    problem: () => 'zoya: it is ACTIVE, its journal says FROZEN',
  },
  {
    code: 'I14',
    what: 'a referral without the bonus of the referred',
    plant: (damage, { welcome }) => damage.set(ENTRIES, welcome.id, { origin: null }),
    problem: () => 'kiran: it was referred by asha, its journal has 0 welcome bonuses',
  },
  {
    code: 'I17',
    what: 'a settled top-up without its credit',
    plant: (damage, { topUp }) => damage.remove(ENTRIES, paymentOf(topUp).entryId),
    problem: ({ topUp }) =>
      `${topUp.id}: there is no credit ${paymentOf(topUp).entryId} for payment ${paymentOf(topUp).id}`,
  },
  {
    code: 'I17',
    what: 'a credit of a top-up that is not there',
    plant: (damage, { topUp }) => damage.remove('top_ups', topUp.id),
    problem: ({ topUp }) => `kiran, ${paymentOf(topUp).entryId}: there is no top-up ${topUp.id}`,
  },
  {
    code: 'I17',
    what: 'a credit for which its top-up knows no payment',
    plant: (damage, { topUp }) => damage.set('top_ups', topUp.id, { payments: [] }),
    problem: ({ topUp }) => `kiran, ${paymentOf(topUp).entryId}: top-up ${topUp.id} does not name it`,
  },
  {
    code: 'I17',
    what: 'a credit of another amount than was collected',
    plant: (damage, { topUp }) => damage.set(ENTRIES, paymentOf(topUp).entryId, { amount: 201_00n }),
    problem: ({ topUp }) => `${topUp.id}: payment ${paymentOf(topUp).id} is ₹200.00, its credit ₹201.00`,
  },
  {
    code: 'I17',
    what: 'a payment of another amount than was asked for',
    plant: (damage, { topUp }) => damage.set('top_ups', topUp.id, { amount: 199_00n }),
    problem: ({ topUp }) =>
      `${topUp.id}: payment ${paymentOf(topUp).id} is ₹200.00, what was asked for ₹199.00`,
  },
  {
    code: 'I17',
    what: 'a payment that is credited in the wallet of another',
    plant: (damage, { topUp }) => damage.set('top_ups', topUp.id, { walletId: 'asha' }),
    problem: ({ topUp }) => `kiran, ${paymentOf(topUp).entryId}: top-up ${topUp.id} does not name it`,
  },
  {
    code: 'I18',
    what: 'a top-up that failed although it was paid',
    plant: (damage, { topUp }) => damage.set('top_ups', topUp.id, { status: 'FAILED' }),
    problem: ({ topUp }) => `${topUp.id}: it is FAILED with 1 payments`,
  },
  {
    code: 'I18',
    what: 'a top-up that is settled without any payment',
    plant: (damage, { declined }) => damage.set('top_ups', declined.id, { status: 'SETTLED' }),
    problem: ({ declined }) => `${declined.id}: it is SETTLED with 0 payments`,
  },
  {
    code: 'I18',
    what: 'a notification that says it was applied and was not',
    plant: (damage, { topUp }) =>
      damage.set(EVENTS, eventOf(topUp), { 'report.paymentId': 'another_payment' }),
    problem: ({ topUp }) => `${eventOf(topUp)}: top-up ${topUp.id} knows nothing of its payment`,
  },
  {
    code: 'I18',
    what: 'a notification about a top-up that is gone',
    plant: (damage, { topUp }) => damage.set(EVENTS, eventOf(topUp), { topUpId: 'kiran:gone' }),
    problem: ({ topUp }) => `${eventOf(topUp)}: there is no top-up kiran:gone`,
  },
  {
    code: 'I18',
    what: 'a notification that nobody looked at and that is closed',
    plant: (damage, { topUp }) => damage.set(EVENTS, eventOf(topUp), { status: 'RECEIVED' }),
    problem: ({ topUp }) => `${eventOf(topUp)}: it is RECEIVED and says a time of being looked at`,
  },
  {
    code: 'I18',
    what: 'a notification that waits for a person without saying why',
    plant: (damage, { topUp }) => damage.set(EVENTS, eventOf(topUp), { status: 'REVIEW' }),
    problem: ({ topUp }) => `${eventOf(topUp)}: it waits for a person and does not say why`,
  },
  {
    code: 'I19',
    what: 'a wallet that owes less than its journal says',
    plant: (damage) => damage.set(WALLETS, 'zoya', { receivable: 1_00n }),
    problem: () => 'zoya: it says that ₹1.00 are owed, its journal ₹140.00',
  },
  {
    code: 'I19',
    what: 'a settlement of more than was owed',
    plant: (damage, { settlementId }) => damage.set(ENTRIES, settlementId, { settled: 150_01n }),
    problem: ({ settlementId }) => `zoya, ${settlementId}: it settles ₹150.01 of ₹150.00 that were owed`,
  },
  {
    code: 'I19',
    what: 'a claim that says that more was taken than its reversal',
    plant: (damage, shop) =>
      damage.set(REVIEWS, claimOf(shop), { 'claim.taken': 50_01n, 'claim.receivable': 149_99n }),
    problem: (shop) => `${claimOf(shop)}: it says ₹50.01 and ₹149.99, its reversal something else`,
  },
  {
    code: 'I19',
    what: 'a reversal for a provider that no review knows',
    plant: (damage, shop) => damage.remove(REVIEWS, claimOf(shop)),
    problem: ({ reversalId }) => `zoya, ${reversalId}: no review names it`,
  },
  {
    code: 'I32',
    what: 'a payment that was put aside and that nobody will look at',
    plant: (damage, { odd }) => damage.remove(REVIEWS, reviewOf(odd)),
    problem: ({ odd }) => `${odd.id}: there is no review ${reviewOf(odd)}`,
  },
  {
    code: 'I32',
    what: 'a review that ended without anybody ending it',
    plant: (damage, { odd }) => damage.set(REVIEWS, reviewOf(odd), { status: 'DISMISSED' }),
    problem: ({ odd }) => `${reviewOf(odd)}: it is DISMISSED and has not ended`,
  },
  {
    code: 'I32',
    what: 'a review that was credited with another amount than was collected',
    plant: (damage, { credited }) => damage.set(REVIEWS, credited.id, { collected: 90_00n }),
    problem: ({ credited }) => `${credited.id}: it collected ₹90.00, its credit is ₹80.00`,
  },
  {
    code: 'I35',
    what: 'an approval that was refused and whose act was done',
    plant: (damage, { approved }) => damage.set(APPROVALS, approved.id, { status: 'REFUSED' }),
    problem: ({ approved }) => `${approved.id}: it is REFUSED, and was done all the same`,
  },
  {
    code: 'I35',
    what: 'an approval by the person who asked',
    plant: (damage, { approved }) =>
      damage.set(APPROVALS, approved.id, { 'ending.by.id': approved.requestedBy.id }),
    problem: ({ approved }) => `${approved.id}: it is APPROVED, by who asked for it`,
  },
  {
    code: 'I35',
    what: 'an approval of another amount than was booked',
    plant: (damage, { approved }) => damage.set(APPROVALS, approved.id, { amount: 39_00n }),
    problem: ({ approved }) => `${approved.id}: it is about ₹39.00, and ₹40.00 were booked`,
  },
  {
    code: 'I35',
    what: 'an approval that nobody has decided and whose act was done',
    plant: (damage, { approved }) => damage.set(APPROVALS, approved.id, { status: 'PENDING', ending: null }),
    problem: ({ approved }) => `${approved.id}: it is PENDING, and was done all the same`,
  },
  {
    code: 'I35',
    what: 'an approval to give an order back that did not go back by it',
    plant: (damage, { approved, back }) =>
      damage.set(APPROVALS, approved.id, { subject: { kind: 'CHECKOUT', id: back.id } }),
    problem: ({ approved }) => `${approved.id}: it is APPROVED, and was not done`,
  },
  {
    code: 'I36',
    what: 'a day of which more is counted than was done',
    plant: (damage, { use }) => damage.set('limit_uses', use, { used: 70_00n }),
    problem: ({ use }) => `${use}: 4 acts of ₹70.00 are counted, and 4 of ₹900.00 were done alone`,
  },
  {
    code: 'I36',
    what: 'a list that does not count',
    plant: (damage, { use }) => damage.set('limit_uses', use, { used: 0n, version: 2, asked: 2 }),
    problem: ({ use }) => `${use}: 0 acts of ₹0.00 are counted, and 4 of ₹900.00 were done alone`,
  },
  {
    code: 'I38',
    what: 'a campaign that counts more uses than there are',
    plant: (damage, { voucher }) => damage.set('campaigns', voucher.campaignId, { uses: 2 }),
    problem: ({ voucher }) => `${voucher.campaignId}: it counts 2 uses, there are 1`,
  },
  {
    code: 'I38',
    what: 'a campaign that has spent more than its budget',
    plant: (damage, { voucher }) => damage.set('campaigns', voucher.campaignId, { budget: 10_00n }),
    problem: ({ voucher }) => `${voucher.campaignId}: its uses came to ₹20.00 of ₹10.00`,
  },
  {
    code: 'I38',
    what: 'a credit of a voucher without a use',
    plant: (damage, { voucher }) => damage.remove('voucher_uses', voucher.useId),
    problem: ({ voucher }) => `vani, ${voucher.entryId}: there is no use ${voucher.useId}`,
  },
  {
    code: 'I38',
    what: 'a use whose credit is of another amount',
    plant: (damage, { voucher }) => damage.set('voucher_uses', voucher.useId, { amount: 30_00n }),
    problem: ({ voucher }) => `${voucher.useId}: credit ${voucher.entryId} is ₹20.00, not ₹30.00`,
  },
  {
    code: 'I38',
    what: 'a code that was used and could be used again',
    plant: (damage, { voucher }) =>
      damage.set('voucher_codes', voucher.codeId, { usedBy: null, usedAt: null }),
    problem: ({ voucher }) => `${voucher.useId}: its code was used by another`,
  },
  {
    code: 'I38',
    what: 'a code that is missing',
    plant: (damage, { voucher }) => damage.remove('voucher_codes', voucher.codeId),
    problem: ({ voucher }) => `${voucher.useId}: there is no such code`,
  },
  {
    code: 'I39',
    what: 'a paid checkout whose credits were not captured',
    plant: (damage, { checkout }) => damage.remove(ENTRIES, checkoutDebitId(checkout.id)),
    problem: ({ checkout }) => `${checkout.id}: it is PAID, and its hold was not captured`,
  },
  {
    code: 'I39',
    what: 'a checkout that failed and whose credits were captured',
    plant: (damage, { checkout }) => damage.set(CHECKOUTS, checkout.id, { status: 'FAILED' }),
    problem: ({ checkout }) => `${checkout.id}: it is FAILED, and its hold was captured`,
  },
  {
    code: 'I39',
    what: 'a checkout that failed and keeps what it held',
    plant: (damage, { failed }) => damage.remove(ENTRIES, checkoutReleaseId(failed.id)),
    problem: ({ failed }) => `${failed.id}: it is FAILED, and its hold was not given back`,
  },
  {
    code: 'I39',
    what: 'a checkout that gives another amount than it held',
    plant: (damage, { checkout }) =>
      damage.set(CHECKOUTS, checkout.id, { 'parts.0.amount': 90_00n, toPay: 110_00n }),
    problem: ({ checkout }) =>
      `${checkout.id}: it is to give ₹90.00 for order chand-order, its hold ₹80.00 for chand-order`,
  },
  {
    code: 'I39',
    what: 'a hold of a checkout that is not there',
    plant: (damage, { checkout }) => damage.remove(CHECKOUTS, checkout.id),
    problem: ({ checkout }) =>
      `chand, ${checkoutHoldId(checkout.id, false)}: there is no checkout ${checkout.id}`,
  },
  {
    code: 'I40',
    what: 'a paid checkout whose payment nobody collected',
    plant: (damage, { checkout }) => damage.set('top_ups', checkout.paymentId, { payments: [] }),
    problem: ({ checkout }) =>
      `${checkout.id}: it is PAID with ₹200.00, ₹80.00 were captured and ₹0.00 collected`,
  },
  {
    code: 'I40',
    what: 'a checkout whose parts come to something else',
    plant: (damage, { checkout }) => damage.set(CHECKOUTS, checkout.id, { total: 210_00n }),
    problem: ({ checkout }) => `${checkout.id}: it comes to ₹210.00, its parts to ₹200.00`,
  },
  {
    code: 'I40',
    what: 'an order that could be paid once more',
    plant: (damage) => damage.set('checkout_orders', 'chand:chand-order', { checkoutId: 'chand:another' }),
    problem: ({ checkout }) => `${checkout.id}: its order is PAID by checkout chand:another`,
  },
  {
    code: 'I41',
    what: 'a gift card that holds more than its entries leave',
    plant: (damage, { card }) => damage.set('gift_cards', card.openId, { remaining: 9_999_00n }),
    problem: ({ card }) => `${card.openId}: it holds ₹9999.00, its entries leave ₹250.00`,
  },
  {
    code: 'I41',
    what: 'a gift card that was claimed and could be claimed again',
    plant: (damage, { card }) =>
      damage.set('gift_cards', card.claimedId, { state: 'OPEN', remaining: 250_00n, claimedBy: null }),
    problem: ({ card }) => `${card.claimedId}: it is kept as due never, and ends 2027-04-02T18:29:59.999Z`,
  },
  {
    code: 'I41',
    what: 'a gift card that the expiry job would miss',
    plant: (damage, { card }) => damage.set('gift_cards', card.openId, { dueAt: null }),
    problem: ({ card }) => `${card.openId}: it is kept as due never, and ends 2027-04-02T18:29:59.999Z`,
  },
  {
    code: 'I41',
    what: 'a gift card that somebody else may spend',
    plant: (damage, { card }) => damage.set('gift_codes', card.codeId, { cardId: card.claimedId }),
    problem: ({ card }) => `${card.openId}: its code does not lead to it`,
  },
  {
    code: 'I41',
    what: 'a gift card that is gone, with what it held',
    plant: (damage, { card }) => damage.remove('gift_cards', card.openId),
    problem: ({ card }) => `${card.codeId}: there is no gift card ${card.openId}`,
  },
  {
    code: 'I41',
    what: 'an entry of a gift card that somebody took away',
    plant: (damage, { card }) => damage.remove('gift_card_entries', `${card.openId}:issue`),
    problem: ({ card }) => `${card.openId}: it has no entries, not even its issue`,
  },
  {
    code: 'I42',
    what: 'a gift card whose money arrived twice',
    plant: (damage, { card, first }) =>
      damage.set(ENTRIES, first.id, { origin: { kind: 'GIFT_CARD', giftCardId: card.claimedId } }),
    problem: ({ card, first }) => `asha, ${first.id}: claim ${card.claimedId}:claim does not name it`,
  },
  {
    code: 'I42',
    what: 'a claim of which less arrived than left the card',
    plant: (damage, { card }) => damage.set(ENTRIES, card.entryId, { amount: 249_00n }),
    problem: ({ card }) =>
      `${card.claimedId}, ${card.claimedId}:claim: credit ${card.entryId} is ₹249.00, the card gave ₹250.00`,
  },
  {
    code: 'I42',
    what: 'granted money that became purchased on its way out of a gift card',
    plant: (damage, { card }) => damage.set(ENTRIES, card.entryId, { 'lot.funding': 'PURCHASED' }),
    problem: ({ card }) =>
      `${card.claimedId}, ${card.claimedId}:claim: credit ${card.entryId} is PURCHASED, the card was GRANTED`,
  },
  {
    code: 'I42',
    what: "a claim whose credit is another wallet's",
    plant: (damage, { card }) =>
      damage.set('gift_card_entries', `${card.claimedId}:claim`, { customerId: 'asha' }),
    problem: ({ card }) =>
      `${card.claimedId}, ${card.claimedId}:claim: there is no credit ${card.entryId} of asha`,
  },
  {
    code: 'I44',
    what: 'a gift card that was paid for and is not there',
    plant: (damage, { purchase }) => damage.remove('gift_cards', purchase.cardId),
    problem: ({ purchase }) => `${purchase.id}: there is no gift card ${purchase.cardId}`,
  },
  {
    code: 'I44',
    what: 'a gift card that was made and never paid for',
    plant: (damage, { purchase }) => damage.set('top_ups', purchase.id, { payments: [] }),
    problem: ({ purchase }) =>
      `${purchase.id}: it is SETTLED, and there is a gift card ${purchase.cardId} of it`,
  },
  {
    code: 'I44',
    what: 'a bought gift card with more on it than was paid',
    plant: (damage, { purchase }) => damage.set('gift_cards', purchase.cardId, { initial: 400_00n }),
    problem: ({ purchase }) =>
      `${purchase.id}: gift card ${purchase.cardId} was PURCHASED with ₹400.00, and ₹300.00 were collected`,
  },
  {
    code: 'I44',
    what: 'a gift card that says that it was bought by a payment that is gone',
    plant: (damage, { purchase }) => damage.remove('top_ups', purchase.id),
    problem: ({ purchase }) => `${purchase.cardId}: payment ${purchase.id} does not buy it`,
  },
  {
    code: 'I46',
    what: 'a gift that was paid and is gone',
    plant: (damage, { gift }) => damage.remove('gifts', gift.id),
    problem: ({ gift }) => `${gift.id}: there is no such gift`,
  },
  {
    code: 'I46',
    what: 'a gift that says it was claimed, and whose card was not',
    plant: (damage, { gift }) => damage.set('gifts', gift.id, { state: 'CLAIMED' }),
    problem: ({ gift }) => `${gift.id}: it is CLAIMED, and its card OPEN`,
  },
  {
    code: 'I46',
    what: 'a gift that was recalled, and of which nothing goes back',
    plant: (damage, { gift }) => damage.set('gifts', gift.id, { state: 'RECALLED', refund: 'DONE' }),
    problem: ({ gift }) => `${gift.id}: it is RECALLED with its refund DONE, that of its payment none`,
  },
  {
    code: 'I46',
    what: 'a gift that is worth more than was paid',
    plant: (damage, { gift }) => damage.set('gifts', gift.id, { amount: 900_00n }),
    problem: ({ gift }) => `${gift.id}: it is worth ₹900.00, its card was ₹350.00`,
  },
  {
    code: 'I36',
    what: 'a day on which a customer could buy more than the shop allows',
    plant: (damage, { purchase }) => damage.set('limit_uses', purchase.day, { used: 0n }),
    problem: ({ purchase }) =>
      `${purchase.day}: 2 acts of ₹0.00 are counted, and 2 of ₹650.00 were done alone`,
  },
  {
    code: 'I41',
    what: 'a gift card of which more is kept as held than its orders hold',
    plant: (damage, { card }) => damage.set('gift_cards', card.openId, { held: 10_00n }),
    problem: ({ card }) => `${card.openId}: it is kept as holding ₹10.00 for orders, which hold ₹0.00`,
  },
  {
    code: 'I45',
    what: 'a paid checkout whose gift card was not captured',
    plant: (damage, { byCard, spent }) =>
      damage.remove('gift_card_entries', cardEntryId(spent.id, checkoutDebitId(byCard.id))),
    problem: ({ byCard, spent }) =>
      `${byCard.id}: it is PAID, and its part of gift card ${spent.id} was not captured`,
  },
  {
    code: 'I45',
    what: 'a checkout that failed and keeps what it held of a gift card',
    plant: (damage, { failedByCard, spent }) =>
      damage.remove('gift_card_entries', cardEntryId(spent.otherId, checkoutReleaseId(failedByCard.id))),
    problem: ({ failedByCard, spent }) =>
      `${failedByCard.id}: it is FAILED, and its part of gift card ${spent.otherId} was not given back`,
  },
  {
    code: 'I45',
    what: 'a checkout that failed and whose gift card was captured',
    plant: (damage, { byCard }) => damage.set(CHECKOUTS, byCard.id, { status: 'FAILED' }),
    problem: ({ byCard, spent }) =>
      `${byCard.id}: it is FAILED, and its part of gift card ${spent.id} was captured`,
  },
  {
    code: 'I45',
    what: 'a checkout to which a gift card gives another amount than was held of it',
    plant: (damage, { byCard }) =>
      damage.set(CHECKOUTS, byCard.id, { 'parts.0.amount': 130_00n, toPay: 70_00n }),
    problem: ({ byCard, spent }) =>
      `${byCard.id}: gift card ${spent.id} is to give ₹130.00, its hold ₹120.00`,
  },
  {
    code: 'I45',
    what: 'money of a gift card that a checkout held and knows nothing of',
    plant: (damage, { byCard }) => damage.set(CHECKOUTS, byCard.id, { parts: [], toPay: 200_00n }),
    problem: ({ byCard, spent }) =>
      `${spent.id}, ${cardEntryId(spent.id, checkoutHoldId(byCard.id, false))}: checkout ${byCard.id} has no such part`,
  },
  {
    code: 'I47',
    what: 'more given back of an order than went anywhere',
    plant: (damage, { back }) => damage.set(CHECKOUTS, back.id, { 'refunds.0.amount': 180_00n }),
    problem: ({ back }) => `${back.id}: ₹180.00 was given back, by its parts ₹170.00`,
  },
  {
    code: 'I47',
    what: 'an order of which nothing goes to the source of its payment that should',
    plant: (damage, { back }) => damage.set('top_ups', back.paymentId, { refunds: [] }),
    problem: ({ back }) => `${back.id}: ₹50.00 was to go to its source, by its payment ₹0.00`,
  },
  {
    code: 'I47',
    what: 'a payment of which more was sent back than an order gave',
    plant: (damage, { back }) => damage.set('top_ups', back.paymentId, { 'refunds.0.amount': 60_00n }),
    problem: ({ back }) => `${back.id}: ₹50.00 was to go to its source, by its payment ₹60.00`,
  },
  {
    code: 'I47',
    what: 'an order of which a gift card got nothing back that should',
    plant: (damage, { back }) => damage.remove('gift_card_entries', ofCardBack(back)),
    problem: ({ back }) => `${back.id}: it gave back ₹100.00, its entry ${ofCardBack(back)} ₹0.00`,
  },
  {
    code: 'I47',
    what: 'an order of which the credits did not come back',
    plant: (damage, { back }) => damage.remove(ENTRIES, checkoutRefundId(back.id, 1)),
    problem: ({ back }) => `${back.id}: it gave back ₹20.00, its entry ${checkoutRefundId(back.id, 1)} ₹0.00`,
  },
  {
    code: 'I47',
    what: 'an order that gave back what it was never paid',
    plant: (damage, { back }) => damage.set(CHECKOUTS, back.id, { status: 'FAILED' }),
    problem: ({ back }) => `${back.id}: it is FAILED, and was given back`,
  },
  {
    code: 'I47',
    what: 'credits that came back of an order which knows nothing of it',
    plant: (damage, { back }) => damage.set(CHECKOUTS, back.id, { refunds: [] }),
    problem: ({ back }) =>
      `vani, ${checkoutRefundId(back.id, 1)}: checkout ${back.id} gave nothing back by it`,
  },
  {
    code: 'I47',
    what: 'money on a gift card that came back of an order which knows nothing of it',
    plant: (damage, { back }) => damage.set(CHECKOUTS, back.id, { refunds: [] }),
    problem: ({ back }) => `${back.cardId}, ${ofCardBack(back)}: checkout ${back.id} gave nothing back by it`,
  },
  {
    code: 'I47',
    what: 'a gift card that got back more than it paid',
    plant: (damage, { back }) => damage.set(CHECKOUTS, back.id, { 'parts.0.amount': 90_00n }),
    problem: ({ back }) => `${back.id}: gift card ${back.cardId} paid ₹90.00 and got ₹100.00 back`,
  },
  {
    code: 'I48',
    what: 'a payment of an order that was sent back after the bank had claimed it',
    plant: (damage, { back }) => damage.set(REVIEWS, back.disputeId, { updatedAt: new Date(0) }),
    problem: ({ back }) => `${back.paymentId}: ₹50.00 of ₹50.00 was claimed of it, and ₹50.00 sent back`,
  },
  {
    code: 'I40',
    what: 'a paid checkout of which a gift card gave less than it was to give',
    plant: (damage, { byCard, spent }) =>
      damage.set('gift_card_entries', cardEntryId(spent.id, checkoutDebitId(byCard.id)), { amount: 110_00n }),
    problem: ({ byCard }) =>
      `${byCard.id}: it is PAID with ₹200.00, ₹110.00 were captured and ₹80.00 collected`,
  },
  {
    code: 'I34',
    what: 'a code of a wallet that nobody could read out',
    plant: (damage) => damage.set(WALLETS, 'asha', { shortCode: 'OIL' }),
    problem: () => 'asha: no reference can begin with its code OIL',
  },
  {
    code: 'I34',
    what: 'a code of a wallet that leads nowhere',
    plant: (damage) => damage.set(WALLETS, 'asha', { shortCode: 'AAAAA' }),
    problem: () => 'asha: short-code:AAAAA leads to nothing',
  },
  {
    code: 'I34',
    what: 'a code of a wallet that is the code of another',
    plant: async (damage) => {
      await damage.add('unique_values', { _id: 'short-code:BBBBB', holder: 'kiran' });
      await damage.set(WALLETS, 'asha', { shortCode: 'BBBBB' });
    },
    problem: () => 'asha: short-code:BBBBB leads to kiran',
  },
  {
    code: 'I12',
    what: 'a hold that was not ended at its deadline',
    plant: (damage, { held }) => damage.set(ENTRIES, held.id, { deadline: new Date('2026-03-20T00:00:00Z') }),
    problem: ({ held, capture }) =>
      `hema, ${capture.id}: hold ${held.id} was due on 2026-03-20T00:00:00.000Z and not ended before it`,
  },
  {
    code: 'I20',
    what: 'a capture of a hold that is not open',
    plant: (damage, { capture, expired }) => damage.set(ENTRIES, capture.id, { holdId: expired.id }),
    problem: ({ capture, expired }) => `hema, ${capture.id}: hold ${expired.id} was not open`,
  },
  {
    code: 'I20',
    what: 'a capture of more than the hold kept of a credit',
    plant: (damage, { held }) => damage.set(ENTRIES, held.id, { 'draws.0.amount': 50_00n }),
    problem: ({ capture }) => `hema, ${capture.id}: it takes ₹60.00 of lot 2, of which ₹50.00 was held`,
  },
  {
    code: 'I20',
    what: 'a release at a deadline that had not come',
    plant: (damage, { expired }) =>
      damage.set(ENTRIES, expired.id, { deadline: new Date('2026-03-30T00:00:00Z') }),
    problem: ({ expired }) =>
      `hema, ${releaseEntryId('hema', expired.id)}: its deadline was 2026-03-30T00:00:00.000Z only`,
  },
  {
    code: 'I37',
    what: 'an entry that forgets what is held',
    plant: (damage, { open }) => damage.set(ENTRIES, open.id, { heldAfter: 1n }),
    problem: ({ open }) => `hema, ${open.id}: it leaves ₹0.01 held where ₹20.00 was due`,
  },
  {
    code: 'I37',
    what: 'a wallet that forgets its holds',
    plant: (damage) => damage.set(WALLETS, 'hema', { holds: [] }),
    problem: () => 'hema: its open holds are not those that its entries leave open',
  },
  {
    code: 'I43',
    what: 'a dispute that forgets what is held for it',
    plant: (damage, { disputeId }) => damage.set('payment_reviews', disputeId, { 'claim.hold.id': null }),
    problem: ({ disputeHoldId }) => `hema, ${disputeHoldId}: no dispute names it`,
  },
  {
    code: 'I43',
    what: 'a dispute that was won and gave nothing back',
    plant: (damage, { disputeId }) => damage.set('payment_reviews', disputeId, { 'claim.state': 'DROPPED' }),
    problem: ({ disputeId, disputeHoldId }) =>
      `${disputeId}: its dispute has ended, and hold ${disputeHoldId} was not`,
  },
  {
    code: 'I43',
    what: 'a dispute that calls a hold ended which is not',
    plant: (damage, { disputeId }) =>
      damage.set('payment_reviews', disputeId, { 'claim.hold.endedAt': new Date('2026-04-03T00:00:00Z') }),
    problem: ({ disputeId, disputeHoldId }) =>
      `${disputeId}: it says that hold ${disputeHoldId} has ended, and that still keeps something`,
  },
  {
    code: 'I20',
    what: 'a hold for an order without a deadline',
    plant: (damage, { held }) => damage.set(ENTRIES, held.id, { deadline: null }),
    problem: ({ held }) => `hema, ${held.id}: it is for an order and has no deadline`,
  },
  {
    code: 'I21',
    what: 'a tier that the policy does not give',
    plant: (damage) => damage.set(WALLETS, 'asha', { tier: 'GOLD' }),
    problem: () => 'asha: it is kept as GOLD, the policy says BRONZE',
  },
  {
    code: 'I21',
    what: 'a lot that lives longer than it was given',
    plant: (damage, { debit }) => damage.set(ENTRIES, debit.id, { 'draws.1.lot.expiresAt': midMay }),
    problem: ({ debit }) => `asha, ${debit.id}: expiresAt of lot 3 differs from what it was before`,
  },
  {
    code: 'I21',
    what: 'an extension of a lot that ended at another time',
    plant: (damage, { extension }) => damage.set(ENTRIES, extension.id, { 'extended.0.from': midMay }),
    problem: ({ extension }) => `asha, ${extension.id}: lot 3 did not end on 2026-05-15T12:00:00.000Z`,
  },
  {
    code: 'I21',
    what: 'a lot that ends in the middle of a day',
    plant: (damage, { first }) => damage.set(ENTRIES, first.id, { 'lot.expiresAt': midMay }),
    problem: ({ first }) =>
      `asha, ${first.id}: lot 2 ends in the middle of a day, on 2026-05-15T12:00:00.000Z`,
  },
  {
    code: 'I22',
    what: 'a bulk row without a fingerprint',
    plant: (damage, { row }) => damage.set(ENTRIES, row.id, { intent: null }),
    problem: ({ row }) => `kiran, ${row.id}: a row of a bulk credit has no key or no fingerprint`,
  },
  {
    code: 'I23',
    what: 'an amount that is a float',
    plant: (damage, { debit }) => damage.set(ENTRIES, debit.id, { amount: 150_00.5 }),
    problem: ({ debit }) => `asha, ${debit.id}: amount is double, not long`,
  },
  {
    code: 'I23',
    what: 'an entry that moves nothing and is no reversal',
    plant: (damage, { debit }) => damage.set(ENTRIES, debit.id, { amount: 0n }),
    problem: ({ debit }) => `asha, ${debit.id}: amount is 0`,
  },
  {
    code: 'I23',
    what: 'a balance that is a small whole number instead of an int64',
    plant: (damage) => damage.set(WALLETS, 'asha', { balance: 680_00 }),
    problem: () => 'asha: balance is int, not long',
  },
  {
    code: 'I23',
    what: 'an amount that is too large to be exact',
    plant: (damage, { debit }) => damage.set(ENTRIES, debit.id, { 'draws.0.amount': 2n ** 53n }),
    problem: ({ debit }) => `asha, ${debit.id}: draws[0].amount is 9007199254740992`,
  },
  {
    code: 'I23',
    what: 'a field that does not belong there',
    plant: (damage, { claim }) => damage.set('reward_claims', claim.id, { colour: 'red' }),
    problem: ({ claim }) => `${claim.id}: colour does not belong there`,
  },
  {
    code: 'I24',
    what: 'an act of staff without a reason',
    plant: (damage, { refund }) => damage.set(ENTRIES, refund.id, { reason: null }),
    problem: ({ refund }) => `asha, ${refund.id}: the reason is missing`,
  },
  {
    code: 'I24',
    what: 'an entry of which nobody knows what was asked for',
    plant: (damage, { debit }) => damage.set(ENTRIES, debit.id, { intent: null }),
    problem: ({ debit }) => `asha, ${debit.id}: what was asked for is missing`,
  },
  {
    code: 'I25',
    what: 'an entry that is older than the one before it',
    plant: (damage, { refund }) => damage.set(ENTRIES, refund.id, { at: new Date(0) }),
    problem: ({ refund }) =>
      `asha, ${refund.id}: it is of 1970-01-01T00:00:00.000Z, the entry before it of 2026-03-10T04:00:00.000Z`,
  },
  {
    code: 'I25',
    what: 'a wallet that says it changed at another time',
    plant: (damage) => damage.set(WALLETS, 'kiran', { updatedAt: midMay }),
    problem: () =>
      'kiran: it says it last changed on 2026-05-15T12:00:00.000Z, its journal 2026-04-02T04:30:00.000Z',
  },
  {
    code: 'I28',
    what: 'an order that counts and was never reported',
    plant: (damage) => damage.remove('purchases', 'order-9'),
    problem: () => 'kiran, kiran:purchase:order-9: there is no order order-9',
  },
  {
    code: 'I28',
    what: 'an order that counts for somebody else',
    plant: (damage) => damage.set('purchases', 'order-9', { customerId: 'asha' }),
    problem: () => 'kiran, kiran:purchase:order-9: order order-9 is one of asha',
  },
  {
    code: 'I28',
    what: 'an order that was reported and does not count',
    plant: async (damage) => {
      await damage.remove(ENTRIES, 'kiran:purchase:order-9');
      await damage.set('purchases', 'order-9', { recordedAt: midMay });
    },
    problem: () => 'order-9: it came to ₹900.00, of which ₹0.00 were debits and nothing else counts',
  },
  {
    code: 'I28',
    what: 'an order that counts more than it came to',
    plant: (damage) => damage.set('purchases', 'order-9', { amount: 899_00n }),
    problem: () => 'order-9: it came to ₹899.00, its entry counts ₹900.00',
  },
  {
    code: 'I31',
    what: 'a bulk credit that is not written down',
    plant: (damage, { bulkId }) => damage.remove('bulk_credits', bulkId),
    problem: ({ bulkId }) => `${bulkId}: credits name it, and there is no such bulk credit`,
  },
  {
    code: 'I31',
    what: 'a bulk credit whose rows came to less',
    plant: (damage, { bulkId }) => damage.set('bulk_credits', bulkId, { total: 1_00n }),
    problem: ({ bulkId }) => `${bulkId}: its rows came to ₹1.00, those in the journals to ₹20.00`,
  },
  {
    code: 'I31',
    what: 'a bulk credit of which a row was credited twice',
    plant: (damage, { row }) => damage.set(ENTRIES, row.id, { 'origin.row': 1 }),
    problem: ({ bulkId }) => `${bulkId}: the journals hold a row twice and another not at all`,
  },
  {
    code: 'I31',
    what: 'a bulk credit that is half done where it must not be',
    plant: (damage, { bulkId }) => damage.set('bulk_credits', bulkId, { rowCount: 3 }),
    problem: ({ bulkId }) => `${bulkId}: all or nothing was asked for, and 2 of 3 rows were credited`,
  },
  {
    code: 'I29',
    what: 'an index that is gone and is not unique',
    plant: (damage) => damage.dropIndex(ENTRIES, 'debitId'),
    problem: () => 'indexes: the index debitId of wallet_transactions is missing',
  },
  {
    code: 'I29',
    what: 'an index that holds other documents than it should',
    plant: async (damage) => {
      await damage.dropIndex(WALLETS, 'nextExpiryAt');
      await damage.addIndex(WALLETS, { nextExpiryAt: 1 }, { name: 'nextExpiryAt' });
    },
    problem: () => 'indexes: the index nextExpiryAt of customer_wallets differs',
  },
  {
    code: 'I29',
    what: 'a log that would never be forgotten',
    plant: async (damage) => {
      await damage.dropIndex('credit_expiry_logs', 'createdAt');
      await damage.addIndex('credit_expiry_logs', { createdAt: 1 }, { name: 'createdAt' });
    },
    problem: () => 'indexes: the index createdAt of credit_expiry_logs differs',
  },
  {
    code: 'I12',
    what: 'an index by which the database would forget payments',
    plant: (damage) => damage.addIndex('top_ups', { createdAt: 1 }, { expireAfterSeconds: 2 ** 31 - 1 }),
    problem: () => 'indexes: top_ups forgets documents after a time: drop its index createdAt_1',
  },
  {
    code: 'I5',
    what: 'a sum of the programme that no journal comes to',
    plant: (damage) =>
      damage.add('programme_stays', {
        _id: '2026-03:2026-04:planted:0',
        last: '2026-03',
        next: '2026-04',
        totals: { debit: 1n },
      }),
    problem: () => '2026-03 to 2026-04: debit is kept as ₹150.01, all journals come to ₹150.00',
  },
  {
    code: 'I30',
    what: 'a sum over all wallets that they do not come to',
    plant: (damage) => damage.add(FIGURES, { _id: 'all:planted:0', sheet: 'all', figures: { wallets: 1n } }),
    problem: () => 'programme all: wallets is kept as 8, all wallets come to 7',
  },
  {
    code: 'I30',
    what: 'a liability that nobody holds',
    plant: (damage) =>
      damage.add(FIGURES, {
        _id: 'all:planted:0',
        sheet: 'all',
        figures: { owed: { never: { PURCHASED: 5n } } },
      }),
    problem: () => 'programme all: owed.never.PURCHASED is kept as 5, all wallets come to 0',
  },
  {
    code: 'I30',
    what: 'a day that was counted twice',
    plant: (damage) =>
      damage.add(FIGURES, {
        _id: '2026-04:planted:0',
        sheet: '2026-04',
        figures: { days: { '02': { wallets: 3n } } },
      }),
    problem: () => 'programme 2026-04: days.02.wallets is kept as 10, all wallets come to 7',
  },
  {
    code: 'I33',
    what: 'a count that knows an order as larger than it was',
    plant: (damage) => damage.set(LARGEST, asked('asha'), { 'orders.0.paid': 900_00n }),
    problem: () => `${asked('asha')}: order order-1 is kept as paid with ₹900.00, it was ₹150.00`,
  },
  {
    code: 'I33',
    what: 'a count that has forgotten an order that was paid with credits',
    plant: (damage) => damage.set(LARGEST, asked('asha'), { orders: [], others: 0n }),
    problem: () => `${asked('asha')}: order order-1 counts with ₹130.00 and is not among the largest`,
  },
  {
    code: 'I33',
    what: 'a count that has forgotten an order that was reported',
    plant: (damage) =>
      damage.set(LARGEST, asked('kiran'), { orders: [], others: 0n, reportsUpTo: new Date('2026-05-01') }),
    problem: () => `${asked('kiran')}: order order-9 counts with ₹900.00 and is not among the largest`,
  },
  {
    code: 'I34',
    what: 'a referral code by which nobody would be found',
    plant: (damage, { code }) => damage.remove(VALUES, `referral-code:${code}`),
    problem: ({ code }) => `asha: referral-code:${code} leads to nothing`,
  },
  {
    code: 'I34',
    what: 'a reference by which no top-up would be found',
    plant: (damage, { topUp }) => damage.remove(VALUES, `reference:${topUp.reference}`),
    problem: ({ topUp }) => `${topUp.id}: reference:${topUp.reference} leads to nothing`,
  },
  {
    code: 'I34',
    what: "a provider's name of a top-up that leads to another",
    plant: (damage, { topUp, declined }) => damage.set(VALUES, providerIdOf(topUp), { holder: declined.id }),
    problem: ({ topUp, declined }) => `${topUp.id}: ${providerIdOf(topUp)} leads to ${declined.id}`,
  },
  {
    code: 'I34',
    what: 'a payment that was credited by hand and that nobody holds',
    plant: (damage, { credited }) =>
      damage.remove(VALUES, `payment-id:${credited.provider}:${credited.paymentId}`),
    problem: ({ credited }) =>
      `${credited.id}: payment-id:${credited.provider}:${credited.paymentId} leads to nothing`,
  },
  {
    code: 'I34',
    what: 'a value that leads to one who has it not, or to nobody',
    plant: async (damage, { topUp }) => {
      await damage.add(VALUES, { _id: 'payment-id:MOCK:planted', holder: topUp.id });
      await damage.add(VALUES, { _id: 'referral-code:PLANTED2', holder: 'nobody' });
    },
    problem: ({ topUp }) => `payment-id:MOCK:planted: it leads to ${topUp.id}, which has no such value`,
  },
  ...[
    ['customers', 'asha', 'name'],
    [FIGURES, 'counted', 'sheet'],
    ['top_ups', '', 'amount'],
    ['payment_events', '', 'version'],
    ['purchases', 'order-9', 'amount'],
    ['programme_stays', 'begun', 'last'],
  ].map(([collection = '', id = '', field = '']): Planted => {
    const idOf = ({ topUp }: Shop) =>
      collection === 'top_ups' ? topUp.id : collection === 'payment_events' ? eventOf(topUp) : id;
    const isReadInFull = ['top_ups', 'payment_events', 'purchases'].includes(collection);
    return {
      code: 'I23',
      what: `a document of ${collection} that has not its shape`,
      plant: (damage, shop) => damage.set(collection, idOf(shop), { [field]: 1.5 }),
      problem: (shop) =>
        `${isReadInFull ? '' : `${collection} `}${idOf(shop)}: ${field} is double, not ${KIND_OF[field] ?? 'string'}`,
    };
  }),
];

const KIND_OF: Readonly<Record<string, string>> = { amount: 'long', version: 'int' };

/** The one payment of a top-up that was paid. */
function paymentOf({ payments: [payment] }: Shop['topUp']) {
  if (!payment || payment.entryId === null) throw new Error('Nobody has paid.');
  return { ...payment, entryId: payment.entryId };
}

/** The notification by which its payment became known. */
function eventOf({ provider, providerIds: [id] }: Shop['topUp']): string {
  return `${provider}:${id}_captured`;
}

/** What its provider calls a top-up, as a value that only one may have. */
function providerIdOf({ provider, providerIds: [id] }: TopUp): string {
  return `provider-id:${provider}:${id}`;
}

/** The review of the payment that was put aside with a top-up. */
function reviewOf({ provider, doubts: [doubt] }: TopUp): string {
  return `${provider}:payment:${doubt?.paymentId}`;
}

/** The review of the refund of what was paid for a top-up. */
function claimOf({ claimed: { provider, providerIds } }: Shop): string {
  return `${provider}:refund:${providerIds[0]}_refund`;
}
