import { useId } from 'react';
import type { PaymentMethod } from '../../graphql/graphql.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './add.module.css';

const methods = ['UPI', 'CARD'] as const satisfies readonly PaymentMethod[];

export function MethodChoice({
  value,
  onChange,
}: {
  value: PaymentMethod;
  onChange: (method: PaymentMethod) => void;
}) {
  const { add } = useMessages();
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
