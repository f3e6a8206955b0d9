import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatDate, formatDateTime, formatMonth } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { isZero } from '../../format/proportion.ts';
import { startOfDay } from '../../format/day-range.ts';
import type { StatementLine_TransactionFragment } from '../../graphql/graphql.ts';
import { Banner } from '../../ui/banner.tsx';
import { Brand } from '../../ui/brand.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { useClock } from '../../ui/clock.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePageHeading } from '../../ui/page-heading.tsx';
import { Splash } from '../../ui/splash.tsx';
import { shownKind } from '../../wallet/entry/transaction-look.ts';
import { transactionSource, transactionTitle } from '../../wallet/entry/transaction-title.ts';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { WalletMissing } from '../../wallet/wallet-missing.tsx';
import { walletWords } from '../../wallet/words/words.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { choiceWords } from './choice-words.ts';
import { addsUp, movementsOf } from './reconcile.ts';
import { readPeriod, writePeriod } from './statement-period.ts';
import type { StatementPeriod } from './statement-period.ts';
import { useDaysText } from './use-days-text.ts';
import { useWholeStatement } from './use-whole-statement.ts';
import type { WholeStatement } from './use-whole-statement.ts';
import { statementWords } from './words/words.ts';
import styles from './statement-print.module.css';

/** A statement as it goes on paper: every entry between its two balances, checked. Amounts are never hidden on it. */
export function StatementPrint() {
  const { statement, paper } = useWords(statementWords);
  const { app } = useWords(sharedWords);
  const now = useClock();
  const [params] = useSearchParams();
  const period = readPeriod(params, now());
  const { state, again } = useWholeStatement(period.from, period.to);
  const title = paper.title(nameOf(period, choiceWords(period.choice, statement, now())));
  const heading = usePageHeading(app.title(title));
  return (
    <div className={styles['desk']}>
      <header className={styles['bar']}>
        <Link className={buttonClass('secondary')} to={`/statement?${writePeriod(period).toString()}`}>
          <Icon name="left" size="sm" />
          {paper.back}
        </Link>
        <Button
          kind="primary"
          icon="print"
          unavailable={state.step !== 'ready'}
          onClick={() => window.print()}
        >
          {paper.print}
        </Button>
      </header>
      <main id="main" className={styles['sheet']} aria-busy={state.step === 'loading' || undefined}>
        <header>
          <Brand name={app.brand} tagline={app.tagline} />
          <p>{paper.made(formatDateTime(now()))}</p>
        </header>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {state.step === 'loading' && <Splash label={paper.loading} />}
        {state.step === 'noWallet' && <WalletMissing />}
        {state.step === 'tooLong' && (
          <Banner tone="warn" icon="info" urgent>
            <p>{paper.tooLong}</p>
          </Banner>
        )}
        {state.step === 'failed' && (
          <ProblemBanner title={statement.failed} error={state.error} onRetry={again} retrying={false} />
        )}
        {state.step === 'ready' && <Paper whole={state.whole} onAgain={again} />}
      </main>
    </div>
  );
}

function nameOf({ choice, from }: StatementPeriod, named: string): string {
  return choice === 'this-month' || choice === 'last-month' ? formatMonth(startOfDay(from)) : named;
}

function Paper({ whole, onAgain }: { whole: WholeStatement; onAgain: () => void }) {
  const { paper } = useWords(statementWords);
  const { tier: tierWords } = useWords(walletWords);
  const { actions } = useWords(sharedWords);
  const days = useDaysText();
  const { about, figures, lines } = whole;
  const { customer, wallet } = about.viewer;
  const { name, phone, email } = about.shop;
  const amounts = lines.map(({ signedAmount }) => signedAmount);
  const sound = lines.length === figures.count && addsUp(figures, amounts);
  return (
    <>
      <dl className={styles['about']}>
        <Fact name={paper.customer}>{customer?.name}</Fact>
        <Fact name={paper.period}>{days(figures)}</Fact>
        <Fact name={paper.currency}>{paper.rupee}</Fact>
        <Fact name={paper.tier}>{wallet && tierWords.name(wallet.tier.tier)}</Fact>
      </dl>
      <div className={styles['wide']} role="region" aria-label={paper.caption} tabIndex={0}>
        <Table whole={whole} />
      </div>
      <Totals whole={whole} />
      {sound ? (
        <p className={styles['check']}>
          <Icon name="ok" size="xs" /> {paper.checked}
        </p>
      ) : (
        <Banner tone="bad" icon="error" urgent>
          <p>{paper.changed}</p>
          <Button small onClick={onAgain}>
            {actions.retry}
          </Button>
        </Banner>
      )}
      <footer>{[name, phone, email].filter((part) => part !== null).join(' · ')}</footer>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Table({ whole: { figures, lines } }: { whole: WholeStatement }) {
  const { paper } = useWords(statementWords);
  return (
    <table>
      <caption>{paper.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{paper.date}</th>
          <th scope="col">{paper.entry}</th>
          <th scope="col" className={styles['reference']}>
            {paper.reference}
          </th>
          <th scope="col">{paper.amount}</th>
          <th scope="col">{paper.balance}</th>
        </tr>
      </thead>
      <tbody>
        <tr className={styles['end']}>
          <td>{formatDate(figures.from)}</td>
          <td>{paper.opening}</td>
          <td className={styles['reference']} />
          <td />
          <td>{formatMoney(figures.openingBalance)}</td>
        </tr>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
        <tr className={styles['end']}>
          <td>{formatDate(Date.parse(figures.to) - 1)}</td>
          <td>{paper.closing}</td>
          <td className={styles['reference']} />
          <td />
          <td>{formatMoney(figures.closingBalance)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Line({ line }: { line: StatementLine_TransactionFragment }) {
  const words = useWords(walletWords);
  const { paper } = useWords(statementWords);
  return (
    <tr>
      <td>{formatDateTime(line.createdAt)}</td>
      <td>
        {transactionTitle(line, words)}
        <small>
          {words.kinds[shownKind(line.kind)].word} · {transactionSource(line, words)}
          {isZero(line.signedAmount) && !isZero(line.amount) && (
            <> · {paper.setAsideBefore(formatMoney(line.amount))}</>
          )}
        </small>
      </td>
      <td className={styles['reference']}>
        <code>{line.reference}</code>
      </td>
      <td>{formatMoney(line.signedAmount, { sign: 'always' })}</td>
      <td>{formatMoney(line.balanceAfter)}</td>
    </tr>
  );
}

function Totals({ whole: { figures } }: { whole: WholeStatement }) {
  const { statement, paper } = useWords(statementWords);
  return (
    <dl className={styles['totals']}>
      <Fact name={paper.opening}>{formatMoney(figures.openingBalance)}</Fact>
      {movementsOf(figures).map(({ kind, amount }) => (
        <Fact key={kind} name={statement.kinds[kind]}>
          {formatMoney(amount, { sign: 'always' })}
        </Fact>
      ))}
      <Fact name={paper.closing}>{formatMoney(figures.closingBalance)}</Fact>
    </dl>
  );
}
