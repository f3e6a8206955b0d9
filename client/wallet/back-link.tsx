import type { MouseEventHandler } from 'react';
import { Link } from 'react-router';
import { Icon } from '../ui/icon.tsx';
import styles from './back-link.module.css';

export interface BackLinkProps {
  to: string;
  label: string;
  icon?: 'left' | 'close';
  onClick?: MouseEventHandler<HTMLAnchorElement> | undefined;
}

/**
 * At the head of a page one level down: the way to where it belongs; a cross where a task is left. What was left gives its place in
 * the history away, so that Back does not open it again.
 */
export function BackLink({ to, label, icon = 'left', onClick }: BackLinkProps) {
  const look = { className: styles['back'], 'aria-label': label, title: label };
  return (
    <Link {...look} to={to} replace={icon === 'close'} onClick={onClick}>
      <Icon name={icon} size="sm" />
    </Link>
  );
}
