import { useQuery } from '@apollo/client/react';
import { formatMoney } from '../../../format/money.ts';
import { ConsoleWhyDocument } from '../../../graphql/graphql.ts';
import type { ConsoleWhyQuery } from '../../../graphql/graphql.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Answered } from '../../ui/answered.tsx';
import { WideDialog } from '../../ui/wide-dialog.tsx';
import { customerWords } from './words.ts';
import styles from './customer.module.css';

const words = customerWords.why;

/** How a balance came about, in the shop's own words: steps that add up to it, and what it is made of. */
export function Why({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const query = useQuery(ConsoleWhyDocument, { variables: { customerId }, fetchPolicy: 'network-only' });
  const explanation = query.data?.explainBalance ?? null;
  return (
    <WideDialog
      title={explanation?.question ?? words.title}
      closeLabel={words.close}
      onClose={onClose}
      foot={
        explanation && <CopyButton text={explanation.answer} label={words.copy} done={customerWords.copied} />
      }
    >
      <Answered
        operationName="ConsoleWhy"
        query={query}
        failed={words.failed}
        skeleton={<Skeleton width="100%" height="12rem" />}
      >
        {(data) => (data.explainBalance === null ? <p>{words.none}</p> : <Answer {...data.explainBalance} />)}
      </Answered>
    </WideDialog>
  );
}

type Explanation = NonNullable<ConsoleWhyQuery['explainBalance']>;

function Answer({ answer, rule, steps, facts }: Explanation) {
  return (
    <>
      <p className={styles['answer']}>{answer}</p>
      <section aria-label={words.steps}>
        <h3>{words.steps}</h3>
        <ul className={styles['sum']}>
          {steps.map((step) => (
            <li key={`${step.kind} ${step.text}`}>
              <span>
                {step.text}
                {step.latest.length > 0 && (
                  <small>{words.latest(step.latest.map(({ reference }) => reference).join(', '))}</small>
                )}
              </span>
              <b>{formatMoney(step.amount, { sign: 'always' })}</b>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={words.facts}>
        <h3>{words.facts}</h3>
        <ul className={styles['sum']}>
          {facts.map((fact, index) => (
            <li key={index}>
              <span>{fact.text}</span>
              <b>{fact.amount && formatMoney(fact.amount)}</b>
            </li>
          ))}
        </ul>
      </section>
      <p className={styles['small']}>{rule}</p>
    </>
  );
}
