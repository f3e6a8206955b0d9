import { Link } from 'react-router';
import { Icon } from '../ui/icon.tsx';
import styles from './back-link.module.css';

/** At the head of a page one level down: the way to where it belongs. */
export function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <Link className={styles['back']} to={to} aria-label={label} title={label}>
      <Icon name="left" size="sm" />
    </Link>
  );
}
