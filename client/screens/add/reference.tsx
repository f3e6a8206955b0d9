import { useMessages } from '../../messages/messages.tsx';
import { CopyIconButton } from '../../ui/copy-button.tsx';
import text from '../../ui/text.module.css';
import type { ShownTopUp } from './pay-step.tsx';
import styles from './add.module.css';

/** What to tell the shop when something is unclear. */
export function Reference({ topUp }: { topUp: ShownTopUp }) {
  const { detail } = useMessages();
  return (
    <p className={styles['reference']}>
      {detail.reference} <span className={text['mono']}>{topUp.reference}</span>
      <CopyIconButton text={topUp.reference} label={detail.copyReference} done={detail.referenceCopied} />
    </p>
  );
}
