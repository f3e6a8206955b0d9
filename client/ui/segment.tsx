import { useId } from 'react';
import { classes } from './classes.ts';
import hidden from './visually-hidden.module.css';
import styles from './segment.module.css';

export interface SegmentOption<T extends string> {
  value: T;
  label: string;
  /** The label's own language, where it is not the page's. */
  lang?: string;
}

export interface SegmentProps<T extends string> {
  legend: string;
  /** Where what stands above says the same, the legend is only heard. */
  hideLegend?: boolean;
  value: T;
  options: readonly SegmentOption<T>[];
  onChange: (value: T) => void;
}

/** A choice of one among a few: radio buttons that look like one control. */
export function Segment<T extends string>({
  legend,
  hideLegend = false,
  value,
  options,
  onChange,
}: SegmentProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend className={classes(hideLegend ? hidden['hidden'] : styles['legend'])}>{legend}</legend>
      <div className={styles['segment']}>
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
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
