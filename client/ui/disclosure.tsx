import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './disclosure.module.css';

export interface DisclosureProps {
  title: string;
  open?: boolean;
  children: ReactNode;
}

/** Something to read on request. */
export function Disclosure({ title, open = false, children }: DisclosureProps) {
  return (
    <details className={styles['disclosure']} open={open}>
      <summary>
        {title}
        <Icon name="down" size="sm" />
      </summary>
      <div className={styles['content']}>{children}</div>
    </details>
  );
}
