import { initials } from '../format/initials.ts';
import styles from './avatar.module.css';

export function Avatar({ name }: { name: string }) {
  return (
    <span className={styles['avatar']} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
