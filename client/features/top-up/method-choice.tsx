import type { PaymentMethod } from '../../graphql/graphql.ts';
import { Choice } from '../../ui/choice.tsx';
import { useWords } from '../../words/use-words.ts';
import { topUpWords } from './words/words.ts';
import styles from './top-up.module.css';

export interface MethodChoiceProps {
  value: PaymentMethod;
  onChange: (method: PaymentMethod) => void;
}

export function MethodChoice({ value, onChange }: MethodChoiceProps) {
  const { add } = useWords(topUpWords);
  return (
    <div className={styles['panel']}>
      <Choice
        pair
        legend={add.payWith}
        value={value}
        options={[
          { value: 'UPI', label: add.methods.UPI, hint: add.methodHints.UPI, icon: 'qr' },
          { value: 'CARD', label: add.methods.CARD, hint: add.methodHints.CARD, icon: 'card' },
        ]}
        onChange={onChange}
      />
    </div>
  );
}
