import type { ReactNode } from 'react';
import { formatDateTime } from '../../../../format/date.ts';
import { formatMoney } from '../../../../format/money.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { transactionTitle } from '../../../../wallet/entry/transaction-title.ts';
import { walletWords } from '../../../../wallet/words/words.ts';
import { useWords } from '../../../../words/use-words.ts';
import { ActReview } from './act-review.tsx';
import { TwoStepsDialog } from './two-steps-dialog.tsx';
import type { Act } from './use-act.ts';
import type { Moved as MovedEntries } from './use-two-steps.ts';
import { actWords as words } from './words.ts';

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

/** The dialog of every act on a wallet: what is reviewed is what it changes there. */
export function ActDialog<Input>({ act, review, facts, newLot, ...dialog }: ActDialogProps<Input>) {
  return (
    <TwoStepsDialog
      {...dialog}
      steps={act}
      review={({ input, preview }) => review(input, preview.needsApproval)}
    >
      {({ input, preview, moved }) => (
        <>
          {moved !== null && <Moved moved={moved} />}
          <ActReview preview={preview} newLot={newLot?.(input)} />
          {facts?.(input)}
        </>
      )}
    </TwoStepsDialog>
  );
}

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
