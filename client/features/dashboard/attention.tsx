import type { ReactNode } from 'react';
import { useWords } from '../../words/use-words.ts';
import styles from './attention.module.css';
import { dashboardWords } from './words/words.ts';

/** What does not wait: it stands right below the balance. */
export function Attention({ children }: { children: ReactNode }) {
  const { dashboard } = useWords(dashboardWords);
  return (
    <section className={styles['attention']} aria-label={dashboard.attention}>
      {children}
    </section>
  );
}
