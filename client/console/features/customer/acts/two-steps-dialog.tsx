import type { ReactNode } from 'react';
import { useConnected } from '../../../../session/use-connected.ts';
import { Button } from '../../../../ui/button.tsx';
import { UnknownBanner } from '../../../../wallet/unknown-banner.tsx';
import { WideDialog } from '../../../ui/wide-dialog.tsx';
import { Refusals } from './refusals.tsx';
import type { TwoSteps } from './use-two-steps.ts';
import { actWords as words } from './words.ts';
import styles from './acts.module.css';

export interface TwoStepsDialogProps<Input, Preview> {
  steps: TwoSteps<Input, Preview>;
  /** Over the form. */
  title: string;
  /** The form, which knows its own id; the button that leads on stands outside of it. */
  formId: string;
  form: ReactNode;
  /** What is asked before it is done, and the fact on the button that does it. */
  review: (seen: Seen<Input, Preview>) => { title: string; confirm: string };
  /** What is to be known before. */
  children: (seen: Seen<Input, Preview>) => ReactNode;
  onClose: () => void;
}

/** What is confirmed: what was filled in, what would happen, and what has moved since the look before. */
type Seen<Input, Preview> = NonNullable<TwoSteps<Input, Preview>['seen']>;

/** Fill in, review, confirm: one dialog for every act in two steps. While its outcome is not known it can't be left. */
export function TwoStepsDialog<Input, Preview>({
  steps,
  title,
  formId,
  form,
  review,
  children,
  onClose,
}: TwoStepsDialogProps<Input, Preview>) {
  const connected = useConnected();
  const busy = steps.sending || steps.unknown;
  const { seen } = steps;
  const said = seen === null ? null : review(seen);
  return (
    <WideDialog
      title={said?.title ?? title}
      closeLabel={words.close}
      busy={busy}
      onClose={onClose}
      above={<Steps isReview={seen !== null} />}
      foot={
        <>
          {!connected && <p className={styles['offline']}>{words.offline}</p>}
          {seen !== null && (
            <span className={styles['back']}>
              <Button small kind="quiet" icon="left" unavailable={busy} onClick={steps.change}>
                {words.change}
              </Button>
            </span>
          )}
          <Button small unavailable={busy} onClick={onClose}>
            {words.cancel}
          </Button>
          {said === null ? (
            <Button
              small
              kind="primary"
              type="submit"
              form={formId}
              busy={steps.looking}
              unavailable={!connected}
            >
              {steps.looking ? words.looking : words.next}
            </Button>
          ) : (
            <Button
              small
              autoFocus
              kind="primary"
              busy={busy}
              unavailable={!connected}
              onClick={() => void steps.confirm()}
            >
              {busy ? words.sending : said.confirm}
            </Button>
          )}
        </>
      }
    >
      {steps.unknown && <UnknownBanner title={words.unknown} asking={steps.asking} onAsk={steps.askNow} />}
      <Refusals title={words.refused} errors={steps.refusals} error={steps.error} />
      {/* What was typed stays while it is reviewed, so that a change begins where one was. */}
      <div hidden={seen !== null}>{form}</div>
      {seen !== null && children(seen)}
    </WideDialog>
  );
}

function Steps({ isReview }: { isReview: boolean }) {
  return (
    <ol className={styles['steps']} aria-label={words.steps}>
      <li aria-current={isReview ? undefined : 'step'}>{words.fillIn}</li>
      <li aria-current={isReview ? 'step' : undefined}>{words.review}</li>
    </ol>
  );
}
