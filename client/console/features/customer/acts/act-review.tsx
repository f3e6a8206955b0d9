import type { ReactNode } from 'react';
import { formatDate } from '../../../../format/date.ts';
import { formatMoney } from '../../../../format/money.ts';
import { paise } from '../../../../format/proportion.ts';
import type { ActReview_PreviewFragment } from '../../../../graphql/graphql.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { transactionTitle } from '../../../../wallet/entry/transaction-title.ts';
import { walletWords } from '../../../../wallet/words/words.ts';
import { useWords } from '../../../../words/use-words.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { Cell, Table } from '../../../ui/table.tsx';
import { actWords } from './words.ts';
import styles from './acts.module.css';

const { effect: words, lots: lotWords, approval, within } = actWords;
const COLUMNS = [
  { name: lotWords.lot },
  { name: lotWords.expires },
  { name: lotWords.before, isNumber: true },
  { name: lotWords.after, isNumber: true },
];

/** Exactly what will happen, as the shop says it. `newLot` names a credit that is not there yet. */
export function ActReview({ preview, newLot }: { preview: ActReview_PreviewFragment; newLot: string }) {
  return (
    <>
      {preview.needsApproval && (
        <Banner tone="warn" icon="people">
          <p>
            <b>{approval.title}</b> {approval.text}
          </p>
        </Banner>
      )}
      <Effect preview={preview} />
      {preview.lots.length > 0 && (
        <div className={styles['lots']}>
          <Table caption={lotWords.caption} columns={COLUMNS}>
            {preview.lots.map((lot, index) => (
              <LotRow key={lot.credit?.id ?? index} lot={lot} newLot={newLot} />
            ))}
          </Table>
        </div>
      )}
      {!preview.needsApproval && preview.lots.length > 0 && (
        <p className={styles['says']}>
          <Icon name="shield" size="sm" />
          {within}
        </p>
      )}
    </>
  );
}

function Effect({ preview: { before, after } }: { preview: ActReview_PreviewFragment }) {
  const moves = paise(before.balance) !== paise(after.balance);
  return (
    <dl className={styles['effect']} aria-label={words.label}>
      <Part name={words.balance}>
        {moves ? (
          <>
            <s>{formatMoney(before.balance)}</s>
            <Arrow />
            <b>{formatMoney(after.balance)}</b>
          </>
        ) : (
          <>
            <b>{formatMoney(after.balance)}</b>
            <small>{words.same}</small>
          </>
        )}
      </Part>
      <Part name={words.tier}>
        <b>
          {before.tier.level === after.tier.level
            ? words.stays(after.tier.name)
            : words.moves(before.tier.name, after.tier.name)}
        </b>
      </Part>
      <Part name={words.status}>
        {before.status !== after.status && (
          <>
            <StatusBadge status={before.status} />
            <Arrow />
          </>
        )}
        <StatusBadge status={after.status} />
      </Part>
    </dl>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Arrow() {
  return <Icon name="right" size="xs" />;
}

function LotRow({ lot, newLot }: { lot: ActReview_PreviewFragment['lots'][number]; newLot: string }) {
  const shared = useWords(walletWords);
  const { credit, before, after, expiresAtBefore, expiresAtAfter } = lot;
  const isLonger = credit !== null && expiresAtBefore !== expiresAtAfter;
  return (
    <tr>
      <Cell>
        <span>
          <b>{credit === null ? lotWords.new(newLot) : transactionTitle(credit, shared)}</b>
          {credit !== null && <small>{credit.reference}</small>}
        </span>
      </Cell>
      <Cell>
        <span>
          {dayOf(expiresAtAfter)}
          {isLonger && <small>{lotWords.was(dayOf(expiresAtBefore))}</small>}
        </span>
      </Cell>
      <Cell isNumber>{formatMoney(before)}</Cell>
      <Cell isNumber>
        <b>{formatMoney(after)}</b>
      </Cell>
    </tr>
  );
}

function dayOf(moment: string | null): string {
  return moment === null ? lotWords.never : formatDate(moment);
}
