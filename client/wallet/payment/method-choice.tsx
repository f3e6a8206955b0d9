import type { PaymentMethod } from '../../graphql/graphql.ts';
import { Choice } from '../../ui/choice.tsx';
import { useWords } from '../../words/use-words.ts';
import { paymentWords } from './words/words.ts';

export interface MethodChoiceProps {
  value: PaymentMethod;
  onChange: (method: PaymentMethod) => void;
}

export function MethodChoice({ value, onChange }: MethodChoiceProps) {
  const { payment } = useWords(paymentWords);
  return (
    <Choice
      pair
      legend={payment.payWith}
      value={value}
      options={[
        { value: 'UPI', label: payment.methods.UPI, hint: payment.methodHints.UPI, icon: 'qr' },
        { value: 'CARD', label: payment.methods.CARD, hint: payment.methodHints.CARD, icon: 'card' },
      ]}
      onChange={onChange}
    />
  );
}
