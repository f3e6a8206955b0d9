import type { PaymentMethod } from '../../domain/top-up.ts';

/** A gift card that the sample shop gives away. Amounts are in rupees, days count from today. */
export interface SampleCard {
  readonly rupees: string;
  readonly reason: string;
  /** The last day on which it can be used; left out, the shop's own term. */
  readonly lastDay?: number;
}

export const SAMPLE_CARDS = {
  prize: { rupees: '500', reason: 'Prize draw at the fair' },
  partner: { rupees: '1000', reason: 'Thank you to a partner' },
  mela: { rupees: '300', reason: 'Handed out at the mela' },
  helper: { rupees: '250', reason: 'Helped at the opening' },
  flyer: { rupees: '200', reason: 'Sent with a flyer', lastDay: -12 },
  misprint: { rupees: '750', reason: 'Press day' },
} as const satisfies Record<string, SampleCard>;

export type SampleCardName = keyof typeof SAMPLE_CARDS;

export interface SampleGift {
  readonly rupees: string;
  readonly toEmail: string;
  readonly message: string;
  /** On which day from today it leaves; left out, as soon as it is paid. */
  readonly onDay?: number;
}

/** By what an order is paid; what cards and credits leave, by a payment. */
export interface SampleMeans {
  readonly total: string;
  readonly card?: SampleCardName;
  readonly credits?: string;
  /** Left out, nobody has chosen yet. */
  readonly method?: PaymentMethod;
}

/** What somebody did with gift cards or with an order. Amounts are in rupees. */
export type SampleAct =
  | { readonly kind: 'ISSUE'; readonly card: SampleCardName }
  | { readonly kind: 'CLAIM'; readonly customer: string; readonly card: SampleCardName }
  | { readonly kind: 'CANCEL'; readonly card: SampleCardName; readonly reason: string }
  /** The night after its last day. */
  | { readonly kind: 'EXPIRE'; readonly card: SampleCardName }
  /** Bought and paid for; the bank may be told afterwards that it was not them. */
  | {
      readonly kind: 'BUY';
      readonly customer: string;
      readonly name: string;
      readonly rupees: string;
      readonly isDisputed?: true;
    }
  | { readonly kind: 'SEND'; readonly customer: string; readonly name: string; readonly gift: SampleGift }
  | { readonly kind: 'ORDER'; readonly customer: string; readonly order: string; readonly by: SampleMeans }
  /** Nobody paid it in time. */
  | { readonly kind: 'LAPSE'; readonly customer: string; readonly order: string }
  | {
      readonly kind: 'GIVE_BACK';
      readonly customer: string;
      readonly order: string;
      readonly rupees: string;
      readonly reason: string;
    };

export interface SampleDeed {
  readonly name: string;
  readonly daysAgo: number;
  /** In India; left out, it is now. */
  readonly time?: string;
  readonly act: SampleAct;
}

/** Gift cards in every state, gifts on their way, and orders that are open, paid by several means, too late and given back in part. */
export const SAMPLE_DEEDS: readonly SampleDeed[] = [
  deed(70, '09:10', { kind: 'ISSUE', card: 'flyer' }),
  deed(20, '09:20', { kind: 'ISSUE', card: 'prize' }),
  deed(20, '09:25', { kind: 'ISSUE', card: 'partner' }),
  deed(20, '09:30', { kind: 'ISSUE', card: 'mela' }),
  deed(20, '09:35', { kind: 'ISSUE', card: 'helper' }),
  deed(16, '09:40', { kind: 'ISSUE', card: 'misprint' }),
  deed(15, '14:10', { kind: 'CANCEL', card: 'misprint', reason: 'The letter was printed with a wrong name' }),
  deed(13, '17:20', { kind: 'CLAIM', customer: 'cus_lata', card: 'helper' }),
  deed(11, '00:30', { kind: 'EXPIRE', card: 'flyer' }),
  deed(12, '19:05', {
    ...{ kind: 'ORDER', customer: 'cus_meenakshi', order: '1048' },
    by: { total: '640', card: 'partner' },
  }),
  deed(8, '20:10', {
    ...{ kind: 'ORDER', customer: 'cus_dev', order: '1051' },
    by: { total: '1040', card: 'mela', credits: '340', method: 'UPI' },
  }),
  deed(5, '18:45', {
    ...{ kind: 'ORDER', customer: 'cus_meenakshi', order: '1053' },
    by: { total: '1200', credits: '450', method: 'CARD' },
  }),
  deed(4, '12:15', {
    ...{ kind: 'GIVE_BACK', customer: 'cus_meenakshi', order: '1053', rupees: '900' },
    reason: 'Two of three boxes were out of stock',
  }),
  deed(3, '21:00', {
    ...{ kind: 'ORDER', customer: 'cus_joseph', order: '1054' },
    by: { total: '880', credits: '200' },
  }),
  deed(3, '21:31', { kind: 'LAPSE', customer: 'cus_joseph', order: '1054' }),
  deed(6, '10:40', { kind: 'BUY', customer: 'cus_asha', name: 'present', rupees: '500' }),
  deed(2, '15:30', { kind: 'BUY', customer: 'cus_zoya', name: 'doubt', rupees: '1500', isDisputed: true }),
  deed(2, '11:10', {
    ...{ kind: 'SEND', customer: 'cus_asha', name: 'wedding' },
    gift: { rupees: '1000', toEmail: 'ritu@example.com', message: 'A good start for you two.', onDay: 12 },
  }),
  deed(1, '18:05', {
    ...{ kind: 'SEND', customer: 'cus_asha', name: 'thanks' },
    gift: { rupees: '300', toEmail: 'nikhil@example.com', message: 'For watering the plants!' },
  }),
  deed(0, undefined, {
    ...{ kind: 'ORDER', customer: 'cus_dev', order: '1057' },
    by: { total: '1040', credits: '300' },
  }),
];

function deed(daysAgo: number, time: string | undefined, act: SampleAct): SampleDeed {
  const about = 'order' in act ? act.order : 'card' in act ? act.card : act.name;
  return { name: `${act.kind.toLowerCase()}-${about}`, daysAgo, act, ...(time !== undefined && { time }) };
}
