import { useId } from 'react';
import type { PaymentMethod } from '../../graphql/graphql.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import { topUpWords } from './words/words.ts';
import styles from './top-up.module.css';

const methods = ['UPI', 'CARD'] as const satisfies readonly PaymentMethod[];

export function MethodChoice({
  value,
  onChange,
}: {
  value: PaymentMethod;
  onChange: (method: PaymentMethod) => void;
}) {
  const { add } = useWords(topUpWords);
  const name = useId();
  return (
    <fieldset className={styles['methods']}>
      <legend>{add.payWith}</legend>
      {methods.map((method) => (
        <label key={method}>
          <Icon name={method === 'UPI' ? 'qr' : 'card'} />
          <span>
            <b>{add.methods[method]}</b>
            <small>{add.methodHints[method]}</small>
          </span>
          <input type="radio" name={name} checked={value === method} onChange={() => onChange(method)} />
        </label>
      ))}
    </fieldset>
  );
}
