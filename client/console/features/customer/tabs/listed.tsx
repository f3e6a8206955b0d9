import type { ReactNode } from 'react';
import { Skeleton } from '../../../../ui/skeleton.tsx';

/** The place of a list while it is on its way. */
export function ListSkeleton({ label }: { label: string }): ReactNode {
  return (
    <div role="status" aria-label={label}>
      <Skeleton width="100%" height="20rem" />
    </div>
  );
}
