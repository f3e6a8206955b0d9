import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import type { IconName } from '../../ui/icon-shapes.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './course.module.css';

export interface CourseStep {
  icon: IconName;
  tone: 'neutral' | 'ok' | 'now' | 'warn';
  text: ReactNode;
  hint: ReactNode;
}

/** What has happened so far, in its order, and what it waits for. */
export function Course({ steps }: { steps: readonly CourseStep[] }) {
  return (
    <ol className={styles['course']}>
      {steps.map(({ icon, tone, text, hint }, index) => (
        <li key={index}>
          <span className={classes(styles['dot'], styles[tone])}>
            <Icon name={icon} size="xs" />
          </span>
          <span className={styles['text']}>
            {text}
            <small>{hint}</small>
          </span>
        </li>
      ))}
    </ol>
  );
}
