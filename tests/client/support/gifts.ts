import type { GiftDesign, GiftStatus } from '../../../client/graphql/graphql.ts';
import { money } from './sample-wallet.ts';

/** What stands in the link of the one gift that there is. */
export const LINK = 'Kq3vT8mWx2Lr5ZpY7nBd0HfGj4SaCeUo';

/** ₹500.00 from Kiran. */
export interface SampleGift {
  status: GiftStatus;
  message: string | null;
  design: GiftDesign;
}

export function sampleGift(): SampleGift {
  return { status: 'SENT', message: 'For all those coffees.\nSee you on <b>Sunday</b>!', design: 'BIRTHDAY' };
}

/** What whoever has the link hears. */
export function lookAt(gift: SampleGift, token: string) {
  return token === LINK
    ? {
        ...{ ...gift, amount: money(500_00n), fromName: 'Kiran' },
        expiresAt: '2027-11-23T23:59:59+05:30',
        offeredBackAt: '2027-02-21T09:55:00+05:30',
      }
    : null;
}
