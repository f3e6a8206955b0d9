import { Skeleton } from '../../ui/skeleton.tsx';

/** In the place of a card with rows while they are on their way. */
export function TableCardSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      <Skeleton width="100%" height="18rem" />
    </div>
  );
}
