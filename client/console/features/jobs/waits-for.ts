import type { JobDetail_JobFragment } from '../../../graphql/graphql.ts';

/** The request that somebody else has to decide on before the job begins; null where nobody else is needed, or nothing was asked yet. */
export function waitsFor({ status, approval }: JobDetail_JobFragment): { id: string } | null {
  const isOpen = approval?.status === 'PENDING' || approval?.status === 'CHANGED';
  return status === 'CHECKED' && isOpen ? approval : null;
}
