import { useId } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import { classes } from './classes.ts';
import styles from './choice.module.css';

export interface ChoiceOption<T extends string> {
  value: T;
  label: string;
  hint?: string;
  icon?: IconName;
}

export interface ChoiceProps<T extends string> {
  legend: string;
  value: T;
  options: readonly ChoiceOption<T>[];
  /** Two beside each other where they are short. */
  pair?: boolean;
  onChange: (value: T) => void;
}

/** One of a few, each with a line that says what it means. */
export function Choice<T extends string>({ legend, value, options, pair = false, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={classes(styles['choice'], pair && styles['pair'])}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={option.hint === undefined ? styles['brief'] : undefined}>
          {option.icon && (
            <span className={styles['disc']}>
              <Icon name={option.icon} size="sm" />
            </span>
          )}
          <span className={styles['text']}>
            <b>{option.label}</b>
            {option.hint !== undefined && <small>{option.hint}</small>}
          </span>
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
        </label>
      ))}
    </fieldset>
  );
}
