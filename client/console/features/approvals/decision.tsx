import { useId, useState } from 'react';
import { formatMoney } from '../../../format/money.ts';
import type { ApprovalDetail_ApprovalFragment, ApprovalVerdict } from '../../../graphql/graphql.ts';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useFirstFault } from '../../../ui/use-first-fault.ts';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import { NoteField } from '../../parts/note-field.tsx';
import { sentenceOf, seqOf } from './approval-texts.ts';
import { useDecideApproval } from './use-decide-approval.ts';
import { approvalsWords } from './words.ts';
import styles from './approval.module.css';

const { detail } = approvalsWords;

export interface DecisionProps {
  approval: ApprovalDetail_ApprovalFragment;
  /** How many facts are different from those that were looked at. */
  moved: number;
  /** What was looked at may be another thing now. */
  onRefused: () => void;
}

/** Approve or refuse. What the button does is said on it, and nothing is done that was not seen. */
export function Decision({ approval, moved, onRefused }: DecisionProps) {
  const [note, setNote] = useState('');
  const [noteMissing, setNoteMissing] = useState(false);
  const [seenMoves, setSeenMoves] = useState<number | null>(null);
  const [verdict, setVerdict] = useState<ApprovalVerdict | null>(null);
  const reasonId = useId();
  const [form, showFault] = useFirstFault();
  const connected = useConnected();
  const toast = useToast();
  const { decide, sending, unknown, asking, askNow, error, refusals } = useDecideApproval();
  const expectedSeq = seqOf(approval);
  const hasSeen = moved === 0 || seenMoves === expectedSeq;
  const sentence = sentenceOf(approval);
  const send = async (chosen: ApprovalVerdict): Promise<void> => {
    setVerdict(chosen);
    const said = note.trim();
    setNoteMissing(chosen === 'REFUSE' && said === '');
    if (chosen === 'REFUSE' && said === '') return showFault();
    const decided = await decide({ approvalId: approval.id, verdict: chosen, note: said, expectedSeq });
    if (decided === null) return;
    if (decided.userErrors.length > 0) return onRefused();
    toast(chosen === 'APPROVE' ? detail.approved(sentence) : detail.refused);
  };
  const busy = sending || unknown;
  const act = (one: ApprovalVerdict) => ({
    busy: busy && verdict === one,
    'aria-describedby': connected ? undefined : reasonId,
    onClick: () => void send(one),
  });
  return (
    <Card title={detail.decision}>
      <form ref={form} className={styles['decision']} onSubmit={(event) => event.preventDefault()}>
        <NoteField
          label={detail.note}
          hint={detail.noteHint}
          error={noteMissing ? detail.noteMissing : null}
          value={note}
          onChange={setNote}
        />
        {moved > 0 && (
          <label className={styles['tick']}>
            <input
              type="checkbox"
              checked={hasSeen}
              onChange={({ target }) => setSeenMoves(target.checked ? expectedSeq : null)}
            />
            {detail.seen(moved)}
          </label>
        )}
        {unknown && <UnknownBanner title={detail.unknown} asking={asking} onAsk={askNow} />}
        {error !== null && verdict !== null && (
          <ProblemBanner
            title={detail.failedToDecide}
            error={error}
            onRetry={() => void send(verdict)}
            retrying={sending}
          />
        )}
        <RefusalBanners title={detail.failedToDecide} errors={refusals} />
        {!connected && <OfflineReason id={reasonId} />}
        <div className={styles['bar']}>
          <p>{detail.nothingYet}</p>
          <Button
            kind="primary"
            {...act('APPROVE')}
            unavailable={!connected || !hasSeen || (busy && verdict !== 'APPROVE')}
          >
            {busy && verdict === 'APPROVE' ? detail.deciding : <Sentence approval={approval} />}
          </Button>
          <Button {...act('REFUSE')} unavailable={!connected || (busy && verdict !== 'REFUSE')}>
            {busy && verdict === 'REFUSE' ? detail.deciding : detail.refuse}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** What is approved, in words: whole where there is room for it, and the amount at least. */
function Sentence({ approval }: { approval: ApprovalDetail_ApprovalFragment }) {
  const amount = approval.amount === null ? '' : formatMoney(approval.amount);
  return (
    <>
      <span className={styles['whole']}>{detail.approve(sentenceOf(approval))}</span>
      <span className={styles['short']}>{detail.approveShort(amount)}</span>
    </>
  );
}
