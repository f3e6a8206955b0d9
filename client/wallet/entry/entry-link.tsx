import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { stepsFromList } from './way-to-list.ts';
import { entryPath } from './transaction-title.ts';

export interface EntryLinkProps {
  id: string;
  className?: string | undefined;
  children: ReactNode;
}

/** Leads to an entry. Out of the history it takes the list along, with its filters, so that the way back is known. */
export function EntryLink({ id, className, children }: EntryLinkProps) {
  const location = useLocation();
  const steps = stepsFromList(location);
  const search = location.pathname.startsWith('/history') ? location.search : '';
  const state = steps === null ? null : { steps: steps + 1 };
  return (
    <Link className={className} to={{ pathname: entryPath(id), search }} state={state}>
      {children}
    </Link>
  );
}
