import { useLazyQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { formatMoney } from '../../../format/money.ts';
import { CustomersToCreditDocument } from '../../../graphql/graphql.ts';
import type { CustomersToCreditQuery } from '../../../graphql/graphql.ts';
import { Button } from '../../../ui/button.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { TextField } from '../../../ui/field.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { reviewsWords } from './words.ts';
import styles from './review.module.css';

const { detail } = reviewsWords;

export interface ChosenCustomer {
  customerId: string;
  name: string;
}

export interface CustomerChoiceProps {
  chosen: ChosenCustomer | null;
  onChoose: (customer: ChosenCustomer) => void;
}

/** Finds the customer whose payment it was; whoever is found is only credited once they are chosen. */
export function CustomerChoice({ chosen, onChoose }: CustomerChoiceProps) {
  const [typed, setTyped] = useState('');
  const [find, { data, loading, error, called }] = useLazyQuery(CustomersToCreditDocument);
  const found = data?.customers.nodes ?? [];
  const search = (): void => {
    const text = typed.trim();
    if (text !== '') void find({ variables: { search: text } }).catch(() => undefined);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    search();
  };
  return (
    <div className={styles['lines']}>
      <form role="search" aria-label={detail.whose} className={styles['find']} onSubmit={submit}>
        <TextField
          label={detail.whose}
          placeholder={detail.whoseHint}
          value={typed}
          maxLength={100}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" icon="search" busy={loading}>
          {loading ? detail.finding : detail.find}
        </Button>
      </form>
      {error && <ProblemBanner title={detail.findFailed} error={error} onRetry={search} retrying={loading} />}
      {found.length > 0 && (
        <Choice
          legend={detail.chosen}
          value={chosen?.customerId ?? ''}
          options={found.map((customer) => ({
            value: customer.customerId,
            label: customer.name,
            hint: hintOf(customer),
          }))}
          onChange={(customerId) => {
            const customer = found.find((one) => one.customerId === customerId);
            if (customer) onChoose(customer);
          }}
        />
      )}
      {called && !loading && !error && found.length === 0 && <p role="status">{detail.nobodyFound}</p>}
    </div>
  );
}

function hintOf({ customerId, wallet }: CustomersToCreditQuery['customers']['nodes'][number]): string {
  const has = wallet === null ? detail.noWallet : detail.wallet(formatMoney(wallet.balance));
  return `${customerId} · ${has}`;
}
