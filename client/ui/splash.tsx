import { BrandMark } from './brand.tsx';
import styles from './splash.module.css';

/** While the app finds out who is there. Shown only when that takes longer than a moment. */
export function Splash({ label }: { label: string }) {
  return (
    <div className={styles['splash']} role="status" aria-label={label}>
      <BrandMark size="md" />
    </div>
  );
}
