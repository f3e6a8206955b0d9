import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<
  ComponentProps<'button'>,
  'aria-label' | 'children' | 'className'
> {
  icon: IconName;
  /** Said by screen readers and shown as a tooltip, for there is no word on the button. */
  label: string;
  spinning?: boolean;
  /** On the gradient, where everything is white. */
  onGradient?: boolean;
}

export function IconButton({ icon, label, spinning = false, onGradient = false, ...rest }: IconButtonProps) {
  return (
    <button {...rest} type="button" aria-label={label} title={label} className={iconButtonClass(onGradient)}>
      <Icon name={icon} size="sm" className={spinning ? styles['spinning'] : undefined} />
    </button>
  );
}

/** For links that look like one. */
export function iconButtonClass(onGradient = false): string {
  return classes(styles['button'], onGradient && styles['onGradient']);
}
