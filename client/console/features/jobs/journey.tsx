import { Icon } from '../../../ui/icon.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { jobsWords as words } from './words.ts';
import styles from './jobs.module.css';

/** Where in the task one is: of its five steps, those before `at` are done. */
export function Journey({ at }: { at: number }) {
  return (
    <ol className={styles['journey']} aria-label={words.stepsLabel}>
      {words.steps.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
          <span className={styles['dot']} aria-hidden="true">
            {index < at ? <Icon name="check" size="xs" /> : index + 1}
          </span>
          {index < at && <VisuallyHidden>{words.stepDone}</VisuallyHidden>}
          {step}
        </li>
      ))}
    </ol>
  );
}
