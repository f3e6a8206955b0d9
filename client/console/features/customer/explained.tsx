import { Link } from 'react-router';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../../graphql/fragment-masking.ts';
import { Explained_ExplanationFragmentDoc } from '../../../graphql/graphql.ts';
import type { Explained_ExplanationFragment } from '../../../graphql/graphql.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { customerPath } from '../../parts/paths.ts';
import { State } from '../../parts/state.tsx';
import { customerWords } from './words.ts';
import styles from './customer.module.css';

const words = customerWords.whyNot;

type Cause = NonNullable<Explained_ExplanationFragment['facts'][number]['transaction']>;

export interface ExplainedProps {
  customerId: string;
  /** Null where there is nothing to explain: no such wallet, or no such reward. */
  explanation: FragmentType<typeof Explained_ExplanationFragmentDoc> | null;
}

/** What is decided now, by which rule and because of what; each fact leads to the entry that it stands in. */
export function Explained({ customerId, explanation }: ExplainedProps) {
  const known = readFragment(Explained_ExplanationFragmentDoc, explanation);
  if (!known) return <p>{words.none}</p>;
  const { question, answer, rule, code, facts } = known;
  return (
    <section className={styles['explained']} aria-label={question}>
      <h3>{question}</h3>
      <State icon={code === null ? 'ok' : 'error'} tone={code === null ? 'ok' : 'bad'}>
        {code ?? words.possible}
      </State>
      <p className={styles['answer']}>{answer}</p>
      {facts.length > 0 && (
        <ul className={styles['sum']} aria-label={words.facts}>
          {facts.map(({ text, transaction }, index) => (
            <li key={index}>
              <span>{text}</span>
              {transaction && <Link to={entryPath(customerId, transaction)}>{transaction.reference}</Link>}
            </li>
          ))}
        </ul>
      )}
      <p className={styles['small']}>{rule}</p>
      <CopyButton text={answer} label={customerWords.why.copy} done={customerWords.copied} />
    </section>
  );
}

/** The ledger, with as little beside the entry as it can leave out. */
function entryPath(customerId: string, transaction: Cause): string {
  const order = 'orderId' in transaction ? transaction.orderId : null;
  const found = { kind: transaction.kind.toLowerCase(), ...(order !== null && { order }) };
  return `${customerPath(customerId)}?${new URLSearchParams(found).toString()}`;
}
