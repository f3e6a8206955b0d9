import { useApolloClient, useMutation } from '@apollo/client/react';
import { useId, useState } from 'react';
import { formatMoney } from '../../../../format/money.ts';
import { isZero } from '../../../../format/proportion.ts';
import { minus } from '../../../../format/sum.ts';
import { ConsoleOrderRefundDocument, ConsoleRefundOrderDocument } from '../../../../graphql/graphql.ts';
import type { ConsoleOrderRefundQuery, ConsoleRefundOrderMutation } from '../../../../graphql/graphql.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { Fact, Facts } from '../../../../ui/facts.tsx';
import { useToast } from '../../../../ui/toast.tsx';
import type { Customer } from '../customer-types.ts';
import { AmountForm } from './amount-form.tsx';
import type { Part } from './amount-form.tsx';
import type { Subject } from './subject.ts';
import { TwoStepsDialog } from './two-steps-dialog.tsx';
import { movedIn } from './use-act.ts';
import { useTwoSteps } from './use-two-steps.ts';
import { actWords } from './words.ts';
import styles from './acts.module.css';

export interface RefundOrderProps {
  customer: Customer;
  order: Extract<Subject, { act: 'order' }>;
  onClose: () => void;
}

const { order: words } = actWords;
const WAYS = ['toSource', 'toGiftCards', 'toWallet'] as const;

type Answer = ConsoleRefundOrderMutation['refundCheckout'];
type Checkout = NonNullable<ConsoleOrderRefundQuery['checkout']>;
type Preview = Checkout & { refundSplit: NonNullable<Checkout['refundSplit']> };

/**
 * Gives back an order, or a part of it, the way it was paid. Where it would go is looked at first; if anything of the order was given back
 * since, nothing happens.
 */
export function RefundOrder({ customer: { name }, order, onClose }: RefundOrderProps) {
  const { checkoutId, orderId, refunded, refundable } = order;
  const client = useApolloClient();
  const toast = useToast();
  const formId = useId();
  const [most, setMost] = useState<Checkout['refundable'] | null>(null);
  const [send] = useMutation(ConsoleRefundOrderDocument);
  const see = async ({ amount }: Part): Promise<Preview | null> => {
    const variables = { checkoutId, amount: inRupees(amount) };
    const query = { query: ConsoleOrderRefundDocument, variables, fetchPolicy: 'network-only' } as const;
    const checkout = (await client.query(query)).data?.checkout;
    const split = checkout?.refundSplit ?? null;
    setMost(split === null ? (checkout?.refundable ?? null) : null);
    return checkout && split ? { ...checkout, refundSplit: split } : null;
  };
  const steps = useTwoSteps<Part, Preview, Answer>({
    act: 'refundCheckout',
    // As much again of what is left then is another wish.
    detailsOf: ({ amount, reason }) => [checkoutId, refunded.amount, amount.amount, reason],
    look: async (part) => ({ preview: await see(part), userErrors: [] }),
    async send({ amount, reason }, seen, idempotencyKey) {
      const expectedRefunded = inRupees(seen.refunded);
      const input = { checkoutId, amount: inRupees(amount), expectedRefunded, reason, idempotencyKey };
      return (await send({ variables: { input } })).data?.refundCheckout;
    },
    async afresh(part, answer) {
      const moved = movedIn(answer);
      const preview = moved && (await see(part).catch(() => null));
      return moved && preview && { preview, moved };
    },
    onDone({ amount }, answer) {
      const done = doneText(formatMoney(amount), orderId, answer);
      toast(answer.replayed ? actWords.replayed(done) : done);
      onClose();
    },
  });
  return (
    <TwoStepsDialog
      steps={steps}
      title={words.title(orderId)}
      formId={formId}
      form={
        <>
          {most !== null && (
            <Banner tone="bad" icon="error" urgent>
              <p>{words.tooMuch(formatMoney(most))}</p>
            </Banner>
          )}
          <AmountForm
            id={formId}
            most={refundable}
            hint={words.left(formatMoney(refundable))}
            onReview={(part) => void steps.look(part)}
          />
        </>
      }
      review={({ input: { amount } }) => {
        const sum = formatMoney(amount);
        return { title: words.review(sum, orderId, name), confirm: words.confirm(sum, name) };
      }}
      onClose={onClose}
    >
      {({ input: { amount, reason }, preview, moved }) => (
        <>
          {moved !== null && (
            <Banner tone="warn" icon="info" urgent>
              <p>
                <b>{words.changed.title}</b> {words.changed.text}
              </p>
            </Banner>
          )}
          <Facts>
            {WAYS.filter((way) => !isZero(preview.refundSplit[way])).map((way) => (
              <Fact key={way} name={words.goesTo[way]}>
                {formatMoney(preview.refundSplit[way])}
              </Fact>
            ))}
            <Fact name={words.leftAfter}>{formatMoney(minus(preview.refundable, amount))}</Fact>
            <Fact name={actWords.reason}>{reason}</Fact>
          </Facts>
          <p className={styles['says']}>{words.course}</p>
        </>
      )}
    </TwoStepsDialog>
  );
}

function inRupees({ amount }: { amount: string }) {
  return { amount, currencyCode: 'INR' as const };
}

/** What has become of it: the part that the provider gives back takes its time, or comes to nothing. */
function doneText(amount: string, orderId: string, { refund }: Answer): string {
  const source = refund ? formatMoney(refund.split.toSource) : amount;
  if (refund?.sourceStatus === 'FAILED') return words.failed(source);
  if (refund?.sourceStatus === 'PROCESSING') return words.onItsWay(amount, source, orderId);
  return words.done(amount, orderId);
}
