import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.tsx';
import styles from './button.module.css';

/** The last two stand on the gradient. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'light' | 'glass';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'disabled'> {
  kind?: ButtonKind;
  icon?: IconName;
  block?: boolean;
  small?: boolean;
  /** Waiting for an answer: the button says so, keeps the focus and takes no second press. */
  busy?: boolean;
  /** Not possible now: it stays focusable, and its reason belongs beside it. */
  unavailable?: boolean;
}

export function Button(props: ButtonProps) {
  const { kind = 'secondary', icon, block, small, busy = false, unavailable = false, ...rest } = props;
  const { children, onClick, type = 'button', ...attributes } = rest;
  const off = busy || unavailable;
  const shownIcon = busy ? 'spin' : icon;
  return (
    <button
      {...attributes}
      type={type}
      aria-disabled={off || undefined}
      className={classes(buttonClass(kind), block && styles['block'], small && styles['small'])}
      onClick={(event) => {
        // aria-disabled keeps the button focusable, so refusing the press is up to us.
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {shownIcon && <Icon name={shownIcon} size="sm" className={busy ? styles['spinning'] : undefined} />}
      {children}
    </button>
  );
}

/** For links that look like buttons. */
export function buttonClass(kind: ButtonKind): string {
  return classes(styles['button'], styles[kind]);
}
