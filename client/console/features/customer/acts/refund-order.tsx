import { useMutation } from '@apollo/client/react';
import { useId } from 'react';
import { formatMoney } from '../../../../format/money.ts';
import { isZero } from '../../../../format/proportion.ts';
import { minus } from '../../../../format/sum.ts';
import { ConsoleRefundOrderDocument } from '../../../../graphql/graphql.ts';
import type { ConsoleRefundOrderMutation, RefundCheckoutInput } from '../../../../graphql/graphql.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { Fact, Facts } from '../../../../ui/facts.tsx';
import { useToast } from '../../../../ui/toast.tsx';
import type { Customer } from '../customer-types.ts';
import { AmountForm } from './amount-form.tsx';
import type { Part } from './amount-form.tsx';
import type { Subject } from './subject.ts';
import { TwoStepsDialog } from './two-steps-dialog.tsx';
import { KEY_OF_LOOKS, movedIn } from './use-act.ts';
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

/** Where it would go, whether another person has to agree, and what can be refunded as long as it has not gone. */
type Preview = NonNullable<Answer['preview']> &
  Pick<Answer, 'needsApproval'> & { refundable: NonNullable<Answer['checkout']>['refundable'] };

/**
 * Gives back an order, or a part of it, the way it was paid. Where it would go is looked at first; if anything of the order was given back
 * since, nothing happens. Above the limit of whoever asks it becomes a request.
 */
export function RefundOrder({ customer: { name }, order, onClose }: RefundOrderProps) {
  const { checkoutId, orderId, refunded, refundable } = order;
  const toast = useToast();
  const formId = useId();
  const [send] = useMutation(ConsoleRefundOrderDocument);
  const ask = async ({ amount, reason }: Part, terms: Terms) => {
    const input = { checkoutId, amount: inRupees(amount), reason, ...terms };
    return (await send({ variables: { input } })).data?.refundCheckout;
  };
  const look = async (part: Part) => {
    const answer = await ask(part, { dryRun: true, idempotencyKey: KEY_OF_LOOKS });
    return { preview: previewIn(answer), userErrors: answer?.userErrors ?? [] };
  };
  const steps = useTwoSteps<Part, Preview, Answer>({
    act: 'refundCheckout',
    // As much again of what is left then is another wish.
    detailsOf: ({ amount, reason }) => [checkoutId, refunded.amount, amount.amount, reason],
    look,
    send: (part, seen, idempotencyKey) =>
      ask(part, { dryRun: false, expectedRefunded: inRupees(seen.refunded), idempotencyKey }),
    async afresh(part, answer) {
      const moved = movedIn(answer);
      const preview = moved && (await look(part).catch(() => null))?.preview;
      return moved && preview ? { preview, moved } : null;
    },
    onDone({ amount }, answer) {
      const done = answer.approval ? actWords.approval.asked : doneText(formatMoney(amount), orderId, answer);
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
        <AmountForm
          id={formId}
          most={refundable}
          hint={words.left(formatMoney(refundable))}
          onReview={(part) => void steps.look(part)}
        />
      }
      review={({ input: { amount }, preview: { needsApproval } }) => {
        const sum = formatMoney(amount);
        if (needsApproval) return { title: words.ask(sum, orderId), confirm: actWords.approval.ask(sum) };
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
          {preview.needsApproval && (
            <Banner tone="warn" icon="people">
              <p>
                <b>{actWords.approval.title}</b> {words.approval}
              </p>
            </Banner>
          )}
          <Facts>
            {WAYS.filter((way) => !isZero(preview.split[way])).map((way) => (
              <Fact key={way} name={words.goesTo[way]}>
                {formatMoney(preview.split[way])}
              </Fact>
            ))}
            <Fact name={words.leftAfter}>{formatMoney(minus(preview.refundable, amount))}</Fact>
            <Fact name={actWords.reason}>{reason}</Fact>
          </Facts>
          {!preview.needsApproval && <p className={styles['says']}>{words.course}</p>}
        </>
      )}
    </TwoStepsDialog>
  );
}

type Terms = Pick<RefundCheckoutInput, 'dryRun' | 'expectedRefunded' | 'idempotencyKey'>;

function previewIn(answer: Answer | undefined): Preview | null {
  const { preview = null, checkout = null, needsApproval = false } = answer ?? {};
  return preview && checkout && { ...preview, needsApproval, refundable: checkout.refundable };
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
