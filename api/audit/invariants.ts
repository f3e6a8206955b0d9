/** What must hold of the money at any instant, in the order in which the audit reports it. */
export const INVARIANTS = {
  I1: 'The balance of each wallet is what remains in its lots and what its entries come to.',
  I2: 'What can be spent lies between nothing and the balance, and the next expiry and the stretch of the balance are known.',
  I3: 'Every lot holds between nothing and what it began with.',
  I4: 'Draws and restores add up to their entry, and each lot holds what they left of it.',
  I5: 'Money by kind: running totals equal a recount, and all entries come to all balances.',
  I6: 'Entries are numbered without a gap, and each balance follows from the one before.',
  I7: 'No entry was changed: names fit, and the fold of each journal is the stored wallet.',
  I8: 'Nothing can be written twice: every unique index stands.',
  I11: 'Lots are drawn in their order of use, and none after its time.',
  I12: 'A lot expires once, with all that is left, when its time has come; nothing forgets money.',
  I13: 'Refunds never exceed their debit and return to the lots it drew.',
  I14: 'A customer is referred once, by somebody else, and both bonuses exist or neither.',
  I15: 'A reward is used as often as it was claimed, within its limits, and once per customer.',
  I16: 'A wallet that is not active spends nothing and is granted nothing.',
  I17: 'What a provider collected is credited once: top-ups and their credits name each other.',
  I18: 'A top-up is settled by money alone, and each notification did what it says it did.',
  I19: 'What a provider took back was taken from its credit or is owed by the customer, and is known.',
  I21: 'The tier follows from the policy, and the terms of a lot change only by an extension.',
  I22: 'Each row of a bulk credit has a key and a fingerprint of its own.',
  I23: 'Every document has its shape, and every amount is a whole number of paise (int64).',
  I24: 'Every entry says who, through what, in which request and, for acts of staff, why.',
  I25: 'Time never runs backwards within a wallet.',
  I28: 'Each order of the shop counts once in the journal of its customer, and each that counts is known.',
  I29: 'Every index is as its collection describes it.',
  I30: 'The sums over all wallets that the programme shows are what all wallets come to.',
  I31: 'A bulk credit is what its rows in the journals come to, each of them once.',
  I32: 'Money that fits nothing waits for a person, and each review ended once: credited, refunded or dismissed.',
  I33: 'What is remembered of the largest orders of a wallet is what its journal and its reports say.',
  I34: 'A value that only one may have leads to the one that has it, and who has one is found by it.',
  I35: 'What was above a limit was done once another person had approved it, as it was asked for, and never else.',
  I36: 'What counts against the day of somebody was done without another person, and a file credited what its parts did.',
} as const;

export type InvariantCode = keyof typeof INVARIANTS;

export const INVARIANT_CODES = Object.keys(INVARIANTS) as InvariantCode[];
