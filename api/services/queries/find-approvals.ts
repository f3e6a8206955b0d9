import type { Approval } from '../../domain/approval.ts';
import type { ApprovalFilter } from '../../persistence/stores/approval.store.ts';
import type { App } from '../app.ts';
import { listPage, type Listed, type ListPage } from './list-page.ts';
import { MOST_COUNTED } from './most-counted.ts';

export type { ApprovalFilter };

/** A page of approvals with what stands at its places. */
export interface ApprovalPage {
  readonly listed: Listed;
  readonly approvals: readonly (Approval | null)[];
}

/** A page of the approvals that match. */
export async function findApprovals(app: App, filter: ApprovalFilter, page: ListPage): Promise<ApprovalPage> {
  const now = app.now();
  const found = new Map<string, Approval>();
  const listed = await listPage(async (stretch) => {
    const approvals = await app.stores.approvals.list(filter, now, stretch);
    for (const approval of approvals) found.set(approval.id, approval);
    return approvals.map(({ id, createdAt }) => ({ id, createdAt }));
  }, page);
  return { listed, approvals: listed.places.map(({ id }) => found.get(id) ?? null) };
}

/** How many there are in all; counts no further than `MOST_COUNTED`. */
export function countApprovals(app: App, filter: ApprovalFilter): Promise<number> {
  return app.stores.approvals.count(filter, app.now(), MOST_COUNTED);
}

/** The approval with this id; null when there is none. */
export async function findApproval(app: App, id: string): Promise<Approval | null> {
  return (await app.stores.approvals.load([id])).get(id) ?? null;
}
