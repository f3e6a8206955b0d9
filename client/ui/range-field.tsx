import { useId } from 'react';
import styles from './range-field.module.css';

export interface RangeFieldProps {
  label: string;
  value: number;
  min: number;
  max: number;
  /** The value as it is said and heard. */
  text: string;
  onChange: (value: number) => void;
}

/** A slider. Whatever it sets can also be typed, in a field that stands beside it. */
export function RangeField({ label, value, min, max, text, onChange }: RangeFieldProps) {
  const id = useId();
  return (
    <div className={styles['range']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        value={value}
        aria-valuetext={text}
        onChange={({ target }) => onChange(target.valueAsNumber)}
      />
    </div>
  );
}
