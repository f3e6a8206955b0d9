import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ForwardPageArgs } from '../../schema/connection/forward-page.args.ts';
import { FailedRowConnection } from '../../schema/job/failed-row-connection.type.ts';
import { JobConnection } from '../../schema/job/job-connection.type.ts';
import { Job } from '../../schema/job/job.type.ts';
import { JobsArgs } from '../../schema/job/jobs.args.ts';
import { LOOKED_UP, QUERY, Weighs } from '../../schema/weight.ts';
import { findApproval } from '../services/queries/find-approvals.ts';
import {
  countFailedRows,
  countJobs,
  findFailedRows,
  findJob,
  findJobs,
  type JobFilter,
} from '../services/queries/find-jobs.ts';
import { connectionOf, type Connection } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { placeCursors } from './cursor.ts';
import { localId } from './global-id.ts';
import { listPageOf, presentPage, readList } from './list-page.ts';
import { noteLook } from './looks.ts';
import { forwardPageBy } from './page.ts';
import { presentApproval, type ApprovalView } from './presenters/approval.presenter.ts';
import { presentFailedRow, presentJob, type JobView } from './presenters/job.presenter.ts';
import { ADMINS } from './reach.ts';

type JobsPage = Connection<JobView> & { readonly filter: JobFilter };

@Resolver(() => JobConnection)
export class JobsResolver {
  @Authorized(ADMINS)
  @Weighs({ own: QUERY })
  @Query(() => JobConnection, {
    description:
      'Files that the server works through, or has, newest first unless asked otherwise. For admins.',
  })
  async jobs(@Args(() => JobsArgs) args: JobsArgs, @Ctx() { app }: GraphqlContext): Promise<JobsPage> {
    const { status, kind } = args.filter ?? {};
    const filter = { ...(status?.length && { statuses: status }), ...(kind && { kind }) };
    const list = readList('jobs', args);
    const { listed, jobs } = await findJobs(app, filter, listPageOf(list, args));
    const found = jobs.map((job) => job && presentJob(job));
    return { ...presentPage(list, listed, found), filter };
  }

  @Weighs({ own: 4 * QUERY })
  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: JobsPage, @Ctx() { app }: GraphqlContext): Promise<number> {
    return countJobs(app, filter);
  }
}

/** Rows are counted, so their places are numbers. */
const rowCursors = placeCursors('failed-rows');

@Resolver(() => Job)
export class JobResolver {
  @Authorized(ADMINS)
  @Weighs({ own: LOOKED_UP })
  @Query(() => Job, { nullable: true, description: 'One job; null when there is none. For admins.' })
  async job(
    @Arg('id', () => ID, { description: 'The `id` of the job.' }) id: string,
    @Ctx() { app }: GraphqlContext,
  ): Promise<JobView | null> {
    const jobId = localId('Job', id);
    const job = jobId === null ? null : await findJob(app, jobId);
    return job && presentJob(job);
  }

  @FieldResolver()
  async approval(
    @Root() { state: { approvalId } }: JobView,
    @Ctx() { app }: GraphqlContext,
  ): Promise<ApprovalView | null> {
    const approval = approvalId === null ? null : await findApproval(app, approvalId);
    return approval && presentApproval(approval, app);
  }

  @FieldResolver(() => FailedRowConnection)
  async failedRows(
    @Args(() => ForwardPageArgs) args: ForwardPageArgs,
    @Root() { state }: JobView,
    @Ctx() context: GraphqlContext,
  ): Promise<FailedRowConnection> {
    const { app } = context;
    const { first, after } = forwardPageBy(rowCursors, args.first, args.after);
    const [{ rows, hasMore }, totalCount] = await Promise.all([
      findFailedRows(app, state, { first, after: after?.createdAt ?? -1 }),
      countFailedRows(app, state),
    ]);
    // Their cells say what the file says of them.
    await Promise.all(
      rows.map(async ({ customerId }) => customerId && noteLook(context, 'readCustomer', customerId)),
    );
    const edges = rows.map((row) => ({
      cursor: rowCursors.of({ createdAt: row.row, id: '' }),
      node: presentFailedRow(row),
    }));
    const page = connectionOf(edges, { hasNextPage: hasMore, hasPreviousPage: after !== undefined });
    return { ...page, totalCount };
  }
}
