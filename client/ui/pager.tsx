import { useId } from 'react';
import { Button } from './button.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './pager.module.css';

export interface PagerProps {
  label: string;
  previous: { label: string; available: boolean; reason: string; go: () => void };
  next: { label: string; available: boolean; reason: string; go: () => void };
  busy: boolean;
}

/** One page back or forth. A button that leads nowhere stays and says why, so that the focus is never lost. */
export function Pager({ label, previous, next, busy }: PagerProps) {
  return (
    <nav className={styles['pager']} aria-label={label}>
      <Step {...previous} icon="left" busy={busy} />
      <Step {...next} icon="right" busy={busy} />
    </nav>
  );
}

function Step(props: PagerProps['next'] & { icon: 'left' | 'right'; busy: boolean }) {
  const reasonId = useId();
  return (
    <>
      <Button
        small
        icon={props.icon}
        unavailable={!props.available || props.busy}
        aria-describedby={props.available ? undefined : reasonId}
        onClick={props.go}
      >
        {props.label}
      </Button>
      {!props.available && (
        <VisuallyHidden>
          <span id={reasonId}>{props.reason}</span>
        </VisuallyHidden>
      )}
    </>
  );
}
