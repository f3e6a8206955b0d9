import type { ReactNode } from 'react';
import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { isZero, paise } from '../../format/proportion.ts';
import { minus } from '../../format/sum.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { ChangePreview_PreviewFragmentDoc } from '../../graphql/graphql.ts';
import type { ChangePreview_PreviewFragment } from '../../graphql/graphql.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { transactionTitle } from '../../wallet/entry/transaction-title.ts';
import type { WalletWords } from '../../wallet/words/en.ts';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { ConsoleIcon } from '../ui/console-icon.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { Cell, Table } from '../ui/table.tsx';
import { partsWords } from './parts-words.ts';
import styles from './change-effect.module.css';

type Preview = ChangePreview_PreviewFragment;
type LotChange = Preview['lots'][number];

const { change } = partsWords;

export interface ChangeEffectProps {
  preview: FragmentType<typeof ChangePreview_PreviewFragmentDoc>;
  /** Where a credit that is not there yet comes from, if that is known. */
  newLot?: string | undefined;
}

/** What an act does to a wallet: balance, tier and status before and after, and every lot that it touches. */
export function ChangeEffect({ preview, newLot }: ChangeEffectProps) {
  const { before, after, lots } = readFragment(ChangePreview_PreviewFragmentDoc, preview);
  const isSame = isZero(minus(after.balance, before.balance));
  return (
    <>
      <dl className={styles['effect']} aria-label={change.label}>
        <div>
          <dt>{change.balance}</dt>
          <dd>
            {isSame ? (
              <>
                {formatMoney(after.balance)}
                <small>{change.same}</small>
              </>
            ) : (
              <Then before={formatMoney(before.balance)} after={formatMoney(after.balance)} large />
            )}
          </dd>
        </div>
        <div>
          <dt>{change.tier}</dt>
          <dd>
            {before.tier.level === after.tier.level ? (
              change.stays(after.tier.name)
            ) : (
              <Then before={before.tier.name} after={after.tier.name} />
            )}
            <small>{change.lasts(after.tier.creditLifetimeDays)}</small>
          </dd>
        </div>
        <div>
          <dt>{change.status}</dt>
          <dd>
            {before.status === after.status ? (
              <StatusBadge status={after.status} />
            ) : (
              <Then
                before={<StatusBadge status={before.status} />}
                after={<StatusBadge status={after.status} />}
              />
            )}
          </dd>
        </div>
      </dl>
      {lots.length > 0 && (
        <div className={styles['box']}>
          <LotChanges lots={lots} newLot={newLot} />
        </div>
      )}
    </>
  );
}

interface ThenProps {
  before: ReactNode;
  after: ReactNode;
  large?: boolean;
}

/** "₹4,250.00 → ₹4,750.00". */
export function Then({ before, after, large = false }: ThenProps) {
  return (
    <span className={styles['then']} data-large={large || undefined}>
      <s>
        <VisuallyHidden>{change.before} </VisuallyHidden>
        {before}
      </s>
      <ConsoleIcon name="arrow" size="xs" />
      <b>
        <VisuallyHidden>{change.after} </VisuallyHidden>
        {after}
      </b>
    </span>
  );
}

function LotChanges({ lots, newLot }: { lots: readonly LotChange[]; newLot: string | undefined }) {
  const words = useWords(walletWords);
  const { lot, expires, before, after, change: moved } = change;
  const columns = [
    { name: lot },
    { name: expires },
    ...[before, after, moved].map((name) => ({ name, isNumber: true })),
  ];
  return (
    <Table cards caption={change.lots} columns={columns}>
      {lots.map((one, index) => (
        <tr key={one.credit?.id ?? index}>
          <Cell>
            <b>{lotName(one, words, newLot)}</b>
            {one.credit && (
              <small>
                {one.credit.reference}, {change.funding[one.credit.funding]}
              </small>
            )}
          </Cell>
          <Cell label={expires}>
            <Expiry lot={one} />
          </Cell>
          <Cell label={before} isNumber>
            {formatMoney(one.before)}
          </Cell>
          <Cell label={after} isNumber>
            <b>{formatMoney(one.after)}</b>
          </Cell>
          <Cell label={moved} isNumber>
            <Difference lot={one} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

/** What the credit is called everywhere else; one that the act would make has no entry yet. */
export function lotName(
  { credit }: Pick<LotChange, 'credit'>,
  words: WalletWords,
  newLot?: string | undefined,
): string {
  return credit === null ? change.newLot(newLot) : transactionTitle(credit, words);
}

function Expiry({ lot: { before, expiresAtBefore, expiresAtAfter } }: { lot: LotChange }) {
  const say = (at: string | null) => (at === null ? change.never : formatDate(at));
  const isNew = isZero(before) && expiresAtBefore === null;
  if (isNew || expiresAtBefore === expiresAtAfter) return say(expiresAtAfter);
  return <Then before={say(expiresAtBefore)} after={say(expiresAtAfter)} />;
}

function Difference({ lot: { before, after } }: { lot: LotChange }) {
  const moved = minus(after, before);
  if (isZero(moved)) return change.none;
  const tone = paise(moved) > 0n ? 'credit' : 'debit';
  return <span className={styles[tone]}>{formatMoney(moved, { sign: 'always' })}</span>;
}
