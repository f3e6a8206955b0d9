import { Link } from 'react-router';
import { Icon } from '../ui/icon.tsx';
import styles from './back-link.module.css';

/** At the head of a page one level down: the way to where it belongs; a cross where a task is left. */
export function BackLink({
  to,
  label,
  icon = 'left',
}: {
  to: string;
  label: string;
  icon?: 'left' | 'close';
}) {
  return (
    <Link className={styles['back']} to={to} aria-label={label} title={label}>
      <Icon name={icon} size="sm" />
    </Link>
  );
}
