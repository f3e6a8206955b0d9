import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatDate } from '../../format/date.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import {
  TierCards_TierFragmentDoc,
  TierCourse_WalletFragmentDoc,
  TransactionRow_TransactionFragmentDoc,
} from '../../graphql/graphql.ts';
import type { TierCard_WalletFragment, TransactionRow_TransactionFragment } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { entryPath, transactionTitle } from '../../wallet/entry/transaction-title.ts';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { tierChanges } from './tier-changes.ts';
import { tierWords } from './words/words.ts';
import styles from './tier-course.module.css';

/** So many changes are told; a balance that moves around a line makes many. */
const SHOWN = 5;

export interface TierCourseProps {
  wallet: FragmentType<typeof TierCourse_WalletFragmentDoc>;
  tiers: readonly FragmentType<typeof TierCards_TierFragmentDoc>[];
  standing: TierCard_WalletFragment['tier'];
}

/**
 * Which tiers the wallet had and which entry brought each, as far back as its last entries tell. Only a balance can be read from them: what
 * else a tier may go by is left untold, and so is a course that does not end at the tier held now.
 */
export function TierCourse({ standing, ...props }: TierCourseProps) {
  const { tiers: words } = useWords(tierWords);
  const { tier: shared } = useWords(walletWords);
  const wallet = readFragment(TierCourse_WalletFragmentDoc, props.wallet);
  const tiers = readFragment(TierCards_TierFragmentDoc, props.tiers);
  const { nodes, pageInfo } = wallet.transactions;
  const entries = nodes.map((node) => readFragment(TransactionRow_TransactionFragmentDoc, node));
  const changes = tierChanges(entries, tiers);
  const [lowest] = tiers;
  const latest = changes[0]?.tier ?? (pageInfo.hasNextPage ? standing.tier : lowest);
  const oldest = entries.at(-1);
  if (standing.basis !== 'BALANCE' || latest?.level !== standing.tier.level) return null;
  const isWhole = !pageInfo.hasNextPage && changes.length <= SHOWN;
  return (
    <Card title={words.soFar}>
      <ol className={styles['course']}>
        {changes.slice(0, SHOWN).map(({ tier, entry }, index) => (
          <Stop key={entry.id} name={shared.name(tier)}>
            <Change entry={entry} say={index === 0 ? words.since : words.from} />
          </Stop>
        ))}
        {isWhole && lowest && (
          <Stop name={shared.name(lowest)}>
            {(changes.length === 0 ? words.since : words.from)(formatDate(wallet.createdAt), words.opened)}
          </Stop>
        )}
        {changes.length === 0 && pageInfo.hasNextPage && oldest && (
          <Stop name={shared.name(standing.tier)}>{words.before(formatDate(oldest.createdAt))}</Stop>
        )}
      </ol>
    </Card>
  );
}

function Stop({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li>
      <b>{name}</b>
      <small>{children}</small>
    </li>
  );
}

interface ChangeProps {
  entry: TransactionRow_TransactionFragment;
  say: (date: string, why: string) => string;
}

function Change({ entry, say }: ChangeProps) {
  const words = useWords(walletWords);
  const money = useMoneyText();
  return (
    <Link to={entryPath(entry.id)}>
      {say(formatDate(entry.createdAt), transactionTitle(entry, words))},{' '}
      <span>{money(entry.signedAmount, { sign: 'always' })}</span>
    </Link>
  );
}
