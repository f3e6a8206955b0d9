import { formatNearDate } from '../../format/date.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { LotList_LotFragmentDoc } from '../../graphql/graphql.ts';
import { useClock } from '../../ui/clock.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { dashboardWords } from './words/words.ts';
import styles from './lot-list.module.css';

export interface LotListProps {
  lots: FragmentType<typeof LotList_LotFragmentDoc>[];
  label: string;
}

/** Credits with what is left of them and when that ends. */
export function LotList({ lots, label }: LotListProps) {
  const { expiring } = useWords(dashboardWords);
  const { sources } = useWords(walletWords);
  const money = useMoneyText();
  const now = useClock();
  return (
    <ul className={styles['lots']} aria-label={label}>
      {readFragment(LotList_LotFragmentDoc, lots).map((lot) => (
        <li key={lot.credit.id}>
          <span>
            {lot.credit.reason ?? sources[lot.source]}
            {lot.expiresAt !== null && (
              <small>{expiring.lotDate(formatNearDate(lot.expiresAt, now()), lot.daysLeft ?? 0)}</small>
            )}
          </span>
          <b>{money(lot.remaining)}</b>
        </li>
      ))}
    </ul>
  );
}
