import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { isZero, paise } from '../../format/proportion.ts';
import { minus } from '../../format/sum.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { ChangePreview_PreviewFragmentDoc } from '../../graphql/graphql.ts';
import type { ChangePreview_PreviewFragment } from '../../graphql/graphql.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ConsoleIcon } from '../ui/console-icon.tsx';
import { Cell, Table } from '../ui/table.tsx';
import { STATUSES } from '../ui/vocabulary.ts';
import { partsWords } from './parts-words.ts';
import styles from './change-effect.module.css';

type Preview = ChangePreview_PreviewFragment;
type LotChange = Preview['lots'][number];

const { change } = partsWords;

/** What an act does to a wallet: balance, tier and status before and after, and every lot that it touches. */
export function ChangeEffect(props: { preview: FragmentType<typeof ChangePreview_PreviewFragmentDoc> }) {
  const preview = readFragment(ChangePreview_PreviewFragmentDoc, props.preview);
  const { before, after, lots } = preview;
  const moves = (one: string, other: string) => (one === other ? change.stays(one) : null);
  return (
    <>
      <dl className={styles['effect']}>
        <div>
          <dt>{change.balance}</dt>
          <dd>
            <Then before={formatMoney(before.balance)} after={formatMoney(after.balance)} large />
          </dd>
        </div>
        <div>
          <dt>{change.tier}</dt>
          <dd>
            {moves(before.tier.name, after.tier.name) ?? (
              <Then before={before.tier.name} after={after.tier.name} />
            )}
            <small>{change.lasts(after.tier.creditLifetimeDays)}</small>
          </dd>
        </div>
        <div>
          <dt>{change.status}</dt>
          <dd>
            {moves(STATUSES[before.status], STATUSES[after.status]) ?? (
              <Then before={STATUSES[before.status]} after={STATUSES[after.status]} />
            )}
          </dd>
        </div>
      </dl>
      {lots.length > 0 && (
        <div className={styles['box']}>
          <LotChanges lots={lots} />
        </div>
      )}
    </>
  );
}

/** "₹4,250.00 → ₹4,750.00". */
export function Then({ before, after, large = false }: { before: string; after: string; large?: boolean }) {
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

function LotChanges({ lots }: { lots: readonly LotChange[] }) {
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
            <b>{lotName(one)}</b>
            {one.credit && <small>{change.funding[one.credit.funding]}</small>}
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

/** What the credit came from; one that the act would make has no entry yet. */
export function lotName({ credit }: Pick<LotChange, 'credit'>): string {
  return credit?.source ? change.sources[credit.source] : change.newLot;
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
