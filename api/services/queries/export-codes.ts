import { CODES_AT_ONCE, type Campaign, type VoucherCode } from '../../domain/campaign.ts';
import { writtenCode } from '../../domain/code.ts';
import type { App } from '../app.ts';
import { voucherCode } from '../voucher-codes.ts';

/** A code as people write it; null where the key that it was made from is gone. */
export interface TellableCode {
  readonly number: number;
  readonly code: string | null;
  readonly usedAt: VoucherCode['usedAt'];
}

/** All codes of a campaign in the order in which they were made, some at a time. */
export async function* allCodes(app: App, { id, codeCount }: Campaign): AsyncGenerator<TellableCode[]> {
  for (let behind = 0; behind < codeCount; behind += CODES_AT_ONCE) {
    const codes = await app.stores.voucherCodes.numbered(id, behind, behind + CODES_AT_ONCE);
    yield codes.map((each) => {
      const code = voucherCode(app, each);
      return { number: each.number, code: code && writtenCode(code), usedAt: each.usedAt };
    });
  }
}
