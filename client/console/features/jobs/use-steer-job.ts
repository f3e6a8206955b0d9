import { useMutation } from '@apollo/client/react';
import { PauseJobDocument, ResumeJobDocument, StopJobDocument } from '../../../graphql/graphql.ts';
import type { JobDetail_JobFragment, PauseJobMutation } from '../../../graphql/graphql.ts';
import { useIntent } from '../../../wallet/use-intent.ts';

export type Steering = 'resume' | 'pause' | 'stop';

/** What each of them answers; where somebody else has to agree first, the answer says so. */
type Steered = Pick<PauseJobMutation['pauseJob'], 'job' | 'userErrors'> & {
  approval?: { id: string } | null;
};

/** Has one job begin or go on, pauses it or stops it. The answer brings it as it is now. */
export function useSteerJob(job: JobDetail_JobFragment) {
  const [resume] = useMutation(ResumeJobDocument);
  const [pause] = useMutation(PauseJobDocument);
  const [stop] = useMutation(StopJobDocument);
  const { carryOut, ...intent } = useIntent<Steered>('steerJob');
  const { id: jobId, status, done, failed, approval } = job;
  // Pausing a job that has gone on since, or asking again after a refusal, is another wish.
  const standing = [status, String(done + failed), approval?.id ?? ''];
  const steer = (steering: Steering) =>
    carryOut([jobId, steering, ...standing], async (idempotencyKey) => {
      const variables = { input: { jobId, idempotencyKey } };
      switch (steering) {
        case 'resume':
          return (await resume({ variables })).data?.resumeJob;
        case 'pause':
          return (await pause({ variables })).data?.pauseJob;
        case 'stop':
          return (await stop({ variables })).data?.stopJob;
      }
    });
  return { steer, ...intent };
}
