import { Link } from 'react-router';
import { formatDate } from '../../../format/date.ts';
import { Banner } from '../../../ui/banner.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import text from '../../../ui/text.module.css';
import { Cell, Table } from '../../ui/table.tsx';
import layout from '../../parts/layout.module.css';
import { cardPath, CARDS_PATH, NEW_CARDS_PATH } from './standing.ts';
import type { Issued } from './use-issue-cards.ts';
import { giftCardsWords } from './words.ts';
import styles from './gift-cards.module.css';

const { codes: words } = giftCardsWords;
const { columns } = words;
const COLUMNS = [columns.card, columns.code, columns.lasts].map((name) => ({ name }));

/** The codes of cards that were issued just now. Whoever leaves the page has seen them for the last time. */
export function IssuedCodes({ cards }: { cards: Issued['giftCards'] }) {
  const codes = cards.flatMap(({ code }) => code ?? []);
  return (
    <>
      <Banner tone="warn" icon="info">
        <p>
          <b>{words.onlyNow}</b> {words.keepSafe}
        </p>
      </Banner>
      <Card
        title={words.title}
        action={
          codes.length > 0 && (
            <CopyButton text={codes.join('\n')} label={words.copy(codes.length)} done={words.copied} />
          )
        }
        flush
      >
        <Table cards caption={words.title} columns={COLUMNS}>
          {cards.map(({ code, giftCard }) => (
            <tr key={giftCard.id}>
              <Cell>
                <Link
                  className={text['mono']}
                  to={cardPath(giftCard.id)}
                  aria-label={giftCardsWords.ending(giftCard.maskedCode)}
                >
                  {giftCard.maskedCode}
                </Link>
              </Cell>
              <Cell label={columns.code}>
                {code === null ? words.withheld : <span className={styles['code']}>{code}</span>}
              </Cell>
              <Cell label={columns.lasts}>{formatDate(giftCard.expiresAt)}</Cell>
            </tr>
          ))}
        </Table>
      </Card>
      <div className={layout['acts']}>
        <Link className={buttonClass('primary')} to={CARDS_PATH}>
          {words.handedOut}
        </Link>
        {/* The same address again: a form of its own, with nothing of this one in it. */}
        <Link className={buttonClass('secondary')} to={NEW_CARDS_PATH} reloadDocument>
          {words.more}
        </Link>
      </div>
    </>
  );
}
