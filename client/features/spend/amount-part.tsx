import { useState } from 'react';
import { formatMoney } from '../../format/money.ts';
import type { MoneyValue } from '../../format/money.ts';
import { isWithin, minus, wholeUnits } from '../../format/sum.ts';
import { typedAmount } from '../../format/typed-amount.ts';
import { TextField } from '../../ui/field.tsx';
import { RangeField } from '../../ui/range-field.tsx';
import { Segment } from '../../ui/segment.tsx';
import { useMoneyText } from '../../wallet/use-money-text.ts';
import { useWords } from '../../words/use-words.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

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
  const { spend } = useWords(spendWords);
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
        legend={spend.howMuch}
        value={share}
        options={[
          { value: 'all', label: spend.all(money(usable)) },
          { value: 'part', label: spend.part },
        ]}
        onChange={choose}
      />
      {share === 'part' && <PartSlider amount={amount} usable={usable} onChange={onChange} />}
      {share === 'part' && (
        <TextField
          label={spend.amount}
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
  const { spend } = useWords(spendWords);
  const most = wholeUnits(usable);
  const typed = typedAmount(amount);
  if (most < 2) return null;
  return (
    <RangeField
      label={spend.slide}
      min={1}
      max={most}
      value={typed === null ? 1 : Math.min(most, Math.max(1, wholeUnits(typed)))}
      text={typed === null ? spend.nothingYet : formatMoney(typed)}
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
  const { spend } = useWords(spendWords);
  const money = useMoneyText();
  if (paid === null) return null;
  const text = (): string | null => {
    if (!isWithin(paid, NOTHING, balance)) return spend.tooMuch(money(minus(paid, balance)));
    if (total === null || !isWithin(paid, NOTHING, total)) return null;
    const rest = minus(total, paid);
    return isWithin(rest, NOTHING, NOTHING) ? spend.paysAll : spend.remainder(formatMoney(rest));
  };
  const words = text();
  return words === null ? null : <p className={styles['note']}>{words}</p>;
}
