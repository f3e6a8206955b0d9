import { useId } from 'react';
import { formatMoney } from '../../../format/money.ts';
import type { SentGift_StateFragment } from '../../../graphql/graphql.ts';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ModalDialog } from '../../../ui/modal-dialog.tsx';
import text from '../../../ui/text.module.css';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import { useDialog } from '../../../wallet/use-dialog.ts';
import { sharedWords } from '../../../words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { useRecallGift } from './use-recall-gift.ts';
import { sendingWords } from './words/words.ts';
import styles from './send.module.css';

/** Changes somebody's mind: says what recalling leads to, and asks before it is done. */
export function Recall({ gift }: { gift: SentGift_StateFragment }) {
  const { recall: words } = useWords(sendingWords);
  const { actions } = useWords(sharedWords);
  const connected = useConnected();
  const reasonId = useId();
  const dialog = useDialog('recallGift');
  const { recall, sending, unknown, asking, askNow, error, refusals } = useRecallGift(gift.id);
  const said = gift.status === 'UNPAID' ? words.unpaid : words.paid(formatMoney(gift.amount));
  const confirm = async (): Promise<void> => {
    if (await recall()) dialog.close();
  };
  return (
    <>
      <Card title={words.title}>
        <div className={styles['fields']}>
          <p className={text['note']}>{said}</p>
          <Button icon="back" onClick={() => dialog.open()}>
            {words.recall}
          </Button>
        </div>
      </Card>
      {dialog.subject !== null && (
        <ModalDialog title={words.sure} closeLabel={actions.close} busy={sending} onClose={dialog.close}>
          <p>{said}</p>
          {unknown && <UnknownBanner title={words.unknown} asking={asking} onAsk={askNow} />}
          {error !== null && (
            <ProblemBanner
              title={words.notRecalled}
              error={error}
              onRetry={() => void confirm()}
              retrying={sending}
            />
          )}
          <RefusalBanners title={words.notRecalled} errors={refusals} />
          {!connected && <OfflineReason id={reasonId} />}
          <div className={styles['choices']}>
            <Button
              kind="primary"
              busy={sending || unknown}
              unavailable={!connected || refusals.length > 0}
              aria-describedby={connected ? undefined : reasonId}
              onClick={() => void confirm()}
            >
              {sending || unknown ? words.recalling : words.now}
            </Button>
            <Button unavailable={sending} onClick={dialog.close}>
              {words.keep}
            </Button>
          </div>
        </ModalDialog>
      )}
    </>
  );
}
