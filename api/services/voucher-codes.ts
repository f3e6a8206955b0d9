import { readSharedCode, type VoucherCode } from '../domain/campaign.ts';
import { codeOf, readCode, type Code } from '../domain/code.ts';
import type { App } from './app.ts';

const KNOWN_BY = 'voucher code';
const MADE_FROM = 'making of voucher codes';

/** What a written code leads to: the campaign that all share it of, or a code of its own; null where it is none of ours. */
export type Found =
  | { readonly campaignId: string; readonly codeId: null }
  | { readonly campaignId: string; readonly codeId: string };

/** Looks a code up as people write it. */
export async function findCode({ stores, seals }: App, written: string): Promise<Found | null> {
  const code = readCode(written);
  if (code !== null) {
    const found = await stores.voucherCodes.load(seals.fingerprints(KNOWN_BY, code));
    const [known] = found.values();
    return known ? { campaignId: known.campaignId, codeId: known.id } : null;
  }
  const shared = readSharedCode(written);
  const campaignId = shared === null ? undefined : (await stores.sharedCodes.load([shared])).get(shared);
  return campaignId === undefined ? null : { campaignId, codeId: null };
}

/**
 * The code of so high a number of a campaign, made from the key of this name: the same each time, and told by nobody without the
 * key. Null where the key is gone.
 */
export function voucherCode(
  { seals }: Pick<App, 'seals'>,
  { campaignId, number, keyId }: Pick<VoucherCode, 'campaignId' | 'number' | 'keyId'>,
): Code | null {
  const bytes = seals.derive(MADE_FROM, `${campaignId}:${number}`, keyId);
  return bytes && codeOf(bytes);
}

/** A new code as it is written down. */
export function newVoucherCode(app: Pick<App, 'seals'>, campaignId: string, number: number): VoucherCode {
  const { keyId } = app.seals;
  const code = voucherCode(app, { campaignId, number, keyId });
  if (code === null) throw new Error('The key that codes are made from is gone.');
  const id = app.seals.fingerprint(KNOWN_BY, code);
  return { id, version: 1, campaignId, number, keyId, usedBy: null, usedAt: null };
}
