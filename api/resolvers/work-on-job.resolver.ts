import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { AddJobRowsInput, AddJobRowsPayload } from '../../schema/job/add-job-rows.io.ts';
import {
  ImportCustomersInput,
  ImportCustomersPayload,
  StartBulkCreditInput,
  StartBulkCreditPayload,
  type FileInput,
  type JobPayload,
} from '../../schema/job/start-job.io.ts';
import {
  PauseJobInput,
  PauseJobPayload,
  ResumeJobInput,
  ResumeJobPayload,
  StopJobInput,
  StopJobPayload,
  type OnJobInput,
} from '../../schema/job/steer-job.io.ts';
import type { FileJobKind } from '../domain/job.ts';
import { addJobRows } from '../services/add-job-rows.ts';
import { startJob } from '../services/start-job.ts';
import { steerJob, type Steering } from '../services/steer-job.ts';
import type { GraphqlContext } from './context.ts';
import { localId } from './global-id.ts';
import { presentApproval } from './presenters/approval.presenter.ts';
import { presentFailedRow, presentJobAnswer } from './presenters/job.presenter.ts';
import { ADMINS, callerOf } from './reach.ts';

const NOT_FOUND = { refused: { code: 'JOB_NOT_FOUND' } } as const;

@Resolver()
export class WorkOnJobResolver {
  @Authorized(ADMINS)
  @Mutation(() => StartBulkCreditPayload, {
    description:
      'Takes up a file of up to 50,000 credits. Its rows come with `addJobRows`, which says what is wrong with which; then `resumeJob` begins. The same file again is answered with what became of it, and does nothing. For admins. Writes nothing to any journal.',
  })
  startBulkCredit(
    @Arg('input', () => StartBulkCreditInput, { description: 'What the file is.' })
    input: StartBulkCreditInput,
    @Ctx() context: GraphqlContext,
  ): Promise<StartBulkCreditPayload> {
    return start(context, 'BULK_CREDIT', input);
  }

  @Authorized(ADMINS)
  @Mutation(() => ImportCustomersPayload, {
    description:
      'Takes up a file of up to 50,000 customers, with opening balances where the rows have them: each brings a wallet of its own, with where its money came from and until when it lasts. Who has a wallet already is left as they are. Goes on as `startBulkCredit` does. For admins. Writes nothing to any journal.',
  })
  importCustomers(
    @Arg('input', () => ImportCustomersInput, { description: 'What the file is.' })
    input: ImportCustomersInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ImportCustomersPayload> {
    return start(context, 'CUSTOMER_IMPORT', input);
  }

  @Authorized(ADMINS)
  @Mutation(() => AddJobRowsPayload, {
    description:
      'Hands over the next rows of a file and checks them: by the very decision that will do them, without doing them. For admins. Writes nothing to any journal.',
  })
  async addJobRows(
    @Arg('input', () => AddJobRowsInput, { description: 'Which rows of which job.' })
    { jobId: opaqueId, from, rows }: AddJobRowsInput,
    @Ctx() { app }: GraphqlContext,
  ): Promise<AddJobRowsPayload> {
    const jobId = localId('Job', opaqueId);
    const answer = jobId === null ? NOT_FOUND : await addJobRows(app, { jobId, from, rows });
    const problems = 'problems' in answer ? answer.problems.map(presentFailedRow) : [];
    return { ...presentJobAnswer(answer), problems };
  }

  @Authorized(ADMINS)
  @Mutation(() => ResumeJobPayload, {
    description:
      'Has a checked job begin, or one that was paused go on. What its rows come to counts with bulk credits: above the limit of whoever asks, it waits for another admin. The server then does all rows by itself. For admins. Writes, part by part, a CREDIT for every row, and for customers the OPEN of their wallet.',
  })
  async resumeJob(
    @Arg('input', () => ResumeJobInput, { description: 'Which job.' }) input: ResumeJobInput,
    @Ctx() context: GraphqlContext,
  ): Promise<ResumeJobPayload> {
    const answer = await steer(context, 'resumeJob', input);
    const approval = 'approval' in answer ? answer.approval : null;
    return { ...presentJobAnswer(answer), approval: approval && presentApproval(approval, context.app) };
  }

  @Authorized(ADMINS)
  @Mutation(() => PauseJobPayload, {
    description: 'Pauses a job after the part that is being done. For admins. Writes nothing to any journal.',
  })
  async pauseJob(
    @Arg('input', () => PauseJobInput, { description: 'Which job.' }) input: PauseJobInput,
    @Ctx() context: GraphqlContext,
  ): Promise<PauseJobPayload> {
    return presentJobAnswer(await steer(context, 'pauseJob', input));
  }

  @Authorized(ADMINS)
  @Mutation(() => StopJobPayload, {
    description:
      'Stops a job for good after the part that is being done, and ends what it waits for. What was done stays done. For admins. Writes nothing to any journal.',
  })
  async stopJob(
    @Arg('input', () => StopJobInput, { description: 'Which job.' }) input: StopJobInput,
    @Ctx() context: GraphqlContext,
  ): Promise<StopJobPayload> {
    return presentJobAnswer(await steer(context, 'stopJob', input));
  }
}

async function start(
  context: GraphqlContext,
  kind: FileJobKind,
  { rows: total, ...file }: FileInput,
): Promise<JobPayload> {
  return presentJobAnswer(await startJob(context.app, callerOf(context), { ...file, kind, total }));
}

async function steer(
  context: GraphqlContext,
  act: Steering,
  { jobId: opaqueId, idempotencyKey }: OnJobInput,
) {
  const jobId = localId('Job', opaqueId);
  if (jobId === null) return NOT_FOUND;
  return steerJob(context.app, callerOf(context), act, { jobId, idempotencyKey });
}
