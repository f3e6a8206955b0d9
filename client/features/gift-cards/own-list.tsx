import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import link from '../../ui/link.module.css';
import text from '../../ui/text.module.css';
import styles from './gift-cards.module.css';

interface OwnListProps {
  title: string;
  /** What stands there while there is nothing. */
  none: string;
  /** What is to be known of all of them. */
  note?: string;
  /** The way to more of it. */
  more: { readonly to: string; readonly name: string };
  rows: readonly ReactNode[];
}

/** What somebody bought or sent, the latest first, and the way to more. */
export function OwnList({ title, none, note, more: { to, name }, rows }: OwnListProps) {
  const more = (
    <Link className={rows.length === 0 ? buttonClass('secondary') : link['link']} to={to}>
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
      {note !== undefined && <p className={classes(text['note'], styles['note'])}>{note}</p>}
    </Card>
  );
}
