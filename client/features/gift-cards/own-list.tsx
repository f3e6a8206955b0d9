import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import link from '../../ui/link.module.css';
import styles from './gift-cards.module.css';

interface OwnListProps {
  title: string;
  /** What stands there while there is nothing. */
  none: string;
  /** The way to more of it; how loud it is said where there is nothing yet. */
  more: { readonly to: string; readonly name: string; readonly kind: 'primary' | 'secondary' };
  rows: readonly ReactNode[];
}

/** What somebody bought or sent, the latest first, and the way to more. */
export function OwnList({ title, none, more: { to, name, kind }, rows }: OwnListProps) {
  const more = (
    <Link className={rows.length === 0 ? buttonClass(kind) : link['link']} to={to}>
      {name}
    </Link>
  );
  if (rows.length === 0) {
    return (
      <Card title={title}>
        <EmptyState art="nothingYet" text={none} action={more} />
      </Card>
    );
  }
  return (
    <Card title={title} flush action={more}>
      <ul className={styles['cards']}>{rows}</ul>
    </Card>
  );
}
