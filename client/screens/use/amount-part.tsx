import { useState } from 'react';
import { useMoneyText } from '../../components/use-money-text.ts';
import { isWithin, minus, wholeUnits } from '../../format/sum.ts';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { typedAmount } from '../../format/typed-amount.ts';
import { useMessages } from '../../messages/messages.tsx';
import { TextField } from '../../ui/field.tsx';
import { RangeField } from '../../ui/range-field.tsx';
import { Segment } from '../../ui/segment.tsx';
import styles from './use.module.css';

export interface AmountPartProps {
  /** As it was typed. */
  amount: string;
  /** What the order costs, where the shop has said so. */
  total: MoneyValue | null;
  balance: MoneyValue;
  error: string | null;
  onChange: (amount: string) => void;
}

type Share = 'all' | 'part';

/** All that is there, or a part of it: by a slider, or typed to the paisa. */
export function AmountPart({ amount, total, balance, error, onChange }: AmountPartProps) {
  const { use } = useMessages();
  const money = useMoneyText();
  const [share, setShare] = useState<Share>('part');
  const usable = total !== null && isWithin(total, NOTHING, balance) ? total : balance;
  const choose = (chosen: Share): void => {
    setShare(chosen);
    if (chosen === 'all') onChange(usable.amount);
  };
  return (
    <>
      <Segment
        legend={use.howMuch}
        value={share}
        options={[
          { value: 'all', label: use.all(money(usable)) },
          { value: 'part', label: use.part },
        ]}
        onChange={choose}
      />
      {share === 'part' && <PartSlider amount={amount} usable={usable} onChange={onChange} />}
      {share === 'part' && (
        <TextField
          label={use.amount}
          value={amount}
          inputMode="decimal"
          autoComplete="off"
          placeholder="0.00"
          error={error}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      <Remainder total={total} balance={balance} paid={typedAmount(amount)} />
    </>
  );
}

const NOTHING: MoneyValue = { amount: '0.00', currencyCode: 'INR' };

/** Whole rupees; the field below takes the paise. */
function PartSlider({
  amount,
  usable,
  onChange,
}: {
  amount: string;
  usable: MoneyValue;
  onChange: (text: string) => void;
}) {
  const { use } = useMessages();
  const most = wholeUnits(usable);
  const typed = typedAmount(amount);
  if (most < 2) return null;
  return (
    <RangeField
      label={use.slide}
      min={1}
      max={most}
      value={typed === null ? 1 : Math.min(most, Math.max(1, wholeUnits(typed)))}
      text={typed === null ? use.nothingYet : formatMoney(typed)}
      onChange={(rupees) => onChange(`${rupees}.00`)}
    />
  );
}

interface RemainderProps {
  total: MoneyValue | null;
  balance: MoneyValue;
  paid: MoneyValue | null;
}

/** What the credits leave to be paid in another way, or how much they lack. */
function Remainder({ total, balance, paid }: RemainderProps) {
  const { use } = useMessages();
  const money = useMoneyText();
  if (paid === null) return null;
  const text = (): string | null => {
    if (!isWithin(paid, NOTHING, balance)) return use.tooMuch(money(minus(paid, balance)));
    if (total === null || !isWithin(paid, NOTHING, total)) return null;
    const rest = minus(total, paid);
    return isWithin(rest, NOTHING, NOTHING) ? use.paysAll : use.remainder(formatMoney(rest));
  };
  const words = text();
  return words === null ? null : <p className={styles['note']}>{words}</p>;
}
