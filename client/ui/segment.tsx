import { useId } from 'react';
import styles from './segment.module.css';

export interface SegmentProps<T extends string> {
  legend: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** A choice of one among a few: radio buttons that look like one control. */
export function Segment<T extends string>({ legend, value, options, onChange }: SegmentProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend className={styles['legend']}>{legend}</legend>
      <div className={styles['segment']}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
