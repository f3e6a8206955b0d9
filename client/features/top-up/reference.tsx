import type { TopUp_StateFragment, TopUpQuery } from '../../graphql/graphql.ts';
import { CopyIconButton } from '../../ui/copy-button.tsx';
import text from '../../ui/text.module.css';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './top-up.module.css';

export type ShownTopUp = TopUp_StateFragment & Omit<NonNullable<TopUpQuery['topUp']>, ' $fragmentRefs'>;

/** What to tell the shop when something is unclear. */
export function Reference({ topUp }: { topUp: ShownTopUp }) {
  const { reference: words } = useWords(walletWords);
  return (
    <p className={styles['reference']}>
      {words.label} <span className={text['mono']}>{topUp.reference}</span>
      <CopyIconButton text={topUp.reference} label={words.copy} done={words.copied} />
    </p>
  );
}
