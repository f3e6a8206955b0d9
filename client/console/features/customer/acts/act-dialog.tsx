import type { ReactNode } from 'react';
import { formatDateTime } from '../../../../format/date.ts';
import { formatMoney } from '../../../../format/money.ts';
import { useConnected } from '../../../../session/use-connected.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { Button } from '../../../../ui/button.tsx';
import { transactionTitle } from '../../../../wallet/entry/transaction-title.ts';
import { UnknownBanner } from '../../../../wallet/unknown-banner.tsx';
import { walletWords } from '../../../../wallet/words/words.ts';
import { useWords } from '../../../../words/use-words.ts';
import { WideDialog } from '../../../ui/wide-dialog.tsx';
import { ActReview } from './act-review.tsx';
import { Refusals } from './refusals.tsx';
import type { Act } from './use-act.ts';
import { actWords as words } from './words.ts';
import styles from './acts.module.css';

export interface ActDialogProps<Input> {
  act: Act<Input>;
  /** Over the form. */
  title: string;
  /** The form, which knows its own id; the button that leads on stands outside of it. */
  formId: string;
  form: ReactNode;
  /** What is asked before it is done, and the fact on the button that does it. */
  review: (input: Input, needsApproval: boolean) => { title: string; confirm: string };
  /** What else is to be known before, beside what changes. */
  facts?: (input: Input) => ReactNode;
  /** The new credit's name, where the act makes one. */
  newLot?: (input: Input) => string;
  onClose: () => void;
}

/** Fill in, review, confirm: one dialog for every act on a wallet. While its outcome is not known it can't be left. */
export function ActDialog<Input>(props: ActDialogProps<Input>) {
  const { act, title, formId, form, review, facts, newLot, onClose } = props;
  const connected = useConnected();
  const busy = act.sending || act.unknown;
  const { seen } = act;
  const said = seen === null ? null : review(seen.input, seen.preview.needsApproval);
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
              <Button small kind="quiet" icon="left" unavailable={busy} onClick={act.change}>
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
              busy={act.looking}
              unavailable={!connected}
            >
              {act.looking ? words.looking : words.next}
            </Button>
          ) : (
            <Button
              small
              autoFocus
              kind="primary"
              busy={busy}
              unavailable={!connected}
              onClick={() => void act.confirm()}
            >
              {busy ? words.sending : said.confirm}
            </Button>
          )}
        </>
      }
    >
      {act.unknown && <UnknownBanner title={words.unknown} asking={act.asking} onAsk={act.askNow} />}
      <Refusals title={words.refused} errors={act.refusals} error={act.error} />
      {/* What was typed stays while it is reviewed, so that a change begins where one was. */}
      <div hidden={seen !== null}>{form}</div>
      {seen !== null && (
        <>
          {seen.moved !== null && <Moved moved={seen.moved} />}
          <ActReview preview={seen.preview} newLot={newLot?.(seen.input)} />
          {facts?.(seen.input)}
        </>
      )}
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

type MovedEntries = NonNullable<NonNullable<Act<unknown>['seen']>['moved']>;

/** What came in between, so that nobody confirms what they have not seen. */
function Moved({ moved }: { moved: MovedEntries }) {
  const shared = useWords(walletWords);
  return (
    <Banner tone="warn" icon="info" urgent>
      <p>
        <b>{words.moved.title}</b> {words.moved.text}
      </p>
      <ul>
        {moved.map((entry) => (
          <li key={entry.id}>
            {formatDateTime(entry.createdAt)}: {transactionTitle(entry, shared)},{' '}
            {formatMoney(entry.signedAmount, { sign: 'always' })}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
