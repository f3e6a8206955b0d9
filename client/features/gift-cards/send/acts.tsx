import { formatMoney } from '../../../format/money.ts';
import type { SentGift_StateFragment } from '../../../graphql/graphql.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import text from '../../../ui/text.module.css';
import { useDialog } from '../../../wallet/use-dialog.ts';
import { useWords } from '../../../words/use-words.ts';
import { AskDialog } from './ask-dialog.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { useRecallGift } from './use-recall-gift.ts';
import { useReturnGift } from './use-return-gift.ts';
import { sendingWords } from './words/words.ts';
import styles from './send.module.css';

interface ActProps {
  gift: SentGift_StateFragment;
}

/** Until it is claimed it can be changed, or recalled: then the money goes back to where it came from. */
export function ChangeOfMind({ gift }: ActProps) {
  const { mind: words } = useWords(sendingWords);
  const changing = useDialog('changeGift', () => gift.canRecall);
  const recalling = useDialog('recallGift');
  const isUnpaid = gift.status === 'UNPAID';
  return (
    <>
      <Card title={words.title}>
        <div className={styles['fields']}>
          <p className={text['note']}>{isUnpaid ? words.unpaid : words.paid(formatMoney(gift.amount))}</p>
          <div className={styles['choices']}>
            {gift.toEmail !== null && <Button onClick={() => changing.open()}>{words.change}</Button>}
            <Button icon="back" onClick={() => recalling.open()}>
              {words.recall}
            </Button>
          </div>
        </div>
      </Card>
      {changing.subject !== null && <ChangeDialog gift={gift} onClose={changing.close} />}
      {recalling.subject !== null && <RecallDialog gift={gift} onClose={recalling.close} />}
    </>
  );
}

function RecallDialog({ gift, onClose }: ActProps & { onClose: () => void }) {
  const { recall: words } = useWords(sendingWords);
  const { recall, ...intent } = useRecallGift(gift.id);
  const confirm = async (): Promise<void> => {
    if (await recall()) onClose();
  };
  return (
    <AskDialog words={words} intent={intent} onConfirm={confirm} onClose={onClose}>
      <p>{gift.status === 'UNPAID' ? words.unpaid : words.paid(formatMoney(gift.amount))}</p>
    </AskDialog>
  );
}

/** Nobody claimed it, or the bank would not take the money back: then it can become credit in the own wallet. */
export function TakeBack({ gift }: ActProps) {
  const { takeBack: words } = useWords(sendingWords);
  const dialog = useDialog('returnGift');
  const { takeBack, ...intent } = useReturnGift(gift.id);
  const amount = formatMoney(gift.amount);
  const confirm = async (): Promise<void> => {
    if (await takeBack()) dialog.close();
  };
  return (
    <>
      <Card title={words.title}>
        <div className={styles['fields']}>
          <p className={text['note']}>
            {gift.status === 'RECALLED' ? words.refused(amount) : words.unclaimed(amount)}
          </p>
          <Button kind="primary" icon="in" onClick={() => dialog.open()}>
            {words.take}
          </Button>
        </div>
      </Card>
      {dialog.subject !== null && (
        <AskDialog words={words} intent={intent} onConfirm={confirm} onClose={dialog.close}>
          <p>{words.leadsTo(amount)}</p>
          {gift.canRecall && <p>{words.otherwise}</p>}
        </AskDialog>
      )}
    </>
  );
}
