import { formatDate } from '../../format/date.ts';
import type { MoneyValue } from '../../format/money.ts';
import { isZero, shareOf } from '../../format/proportion.ts';
import { minus } from '../../format/sum.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { DrawList_DrawFragmentDoc } from '../../graphql/graphql.ts';
import type { DrawList_DrawFragment } from '../../graphql/graphql.ts';
import { useWords } from '../../words/use-words.ts';
import { useMoneyText } from '../use-money-text.ts';
import { walletWords } from '../words/words.ts';
import { EntryLink } from './entry-link.tsx';
import { transactionTitle } from './transaction-title.ts';
import styles from './draw-list.module.css';

export interface DrawListProps {
  draws: readonly FragmentType<typeof DrawList_DrawFragmentDoc>[];
  /** What they come to together. */
  total: MoneyValue;
  label: string;
  /** Before the fact: what will be left is said, and nothing leads away from it. */
  planned?: boolean;
  /** What is said of a credit of which nothing is left, where it is not used up. */
  emptied?: string;
}

/** Which credits a payment took or set aside, or a refund gave back to: how much of each, of what kind, and what is left of it. */
export function DrawList({ draws, total, label, planned = false, emptied }: DrawListProps) {
  const list = readFragment(DrawList_DrawFragmentDoc, draws);
  return (
    <>
      <StackBar shares={list.map((draw) => shareOf(draw.amount, total))} />
      <ol className={styles['draws']} aria-label={label}>
        {list.map((draw, index) => (
          <DrawLine key={`${draw.credit.id} ${index}`} draw={draw} planned={planned} emptied={emptied} />
        ))}
      </ol>
    </>
  );
}

interface DrawLineProps {
  draw: DrawList_DrawFragment;
  planned: boolean;
  emptied: string | undefined;
}

function DrawLine({ draw, planned, emptied }: DrawLineProps) {
  const words = useWords(walletWords);
  const { draws } = words;
  const money = useMoneyText();
  const { credit, amount } = draw;
  const left = planned ? minus(credit.remaining, amount) : credit.remaining;
  const title = transactionTitle(credit, words);
  return (
    <li>
      {planned ? <span>{title}</span> : <EntryLink id={credit.id}>{title}</EntryLink>}
      <b>{money(amount)}</b>
      <small>
        {draws.funding[credit.funding]}
        {' · '}
        {credit.expiresAt === null ? draws.never : draws.expires(formatDate(credit.expiresAt))}
      </small>
      <small>
        {isZero(left) ? (emptied ?? draws.usedUp) : (planned ? draws.stays : draws.left)(money(left))}
      </small>
    </li>
  );
}

/** How the whole is made of parts, in their order. The list below says the same in words. */
function StackBar({ shares }: { shares: number[] }) {
  return (
    <div className={styles['bar']} aria-hidden="true">
      {shares.map((share, index) => (
        <i key={index} style={{ flexGrow: share }} />
      ))}
    </div>
  );
}
