import { registerEnumType } from 'type-graphql';

export const JobStatus = {
  UPLOADING: 'UPLOADING',
  CHECKED: 'CHECKED',
  RUNNING: 'RUNNING',
  PAUSED: 'PAUSED',
  DONE: 'DONE',
  STOPPED: 'STOPPED',
} as const;
export type JobStatus = keyof typeof JobStatus;

registerEnumType(JobStatus, {
  name: 'JobStatus',
  description: 'How far a job is.',
  valuesConfig: {
    UPLOADING: { description: 'Rows of its file are still to come.' },
    CHECKED: { description: 'All rows are here and checked. Nothing is done yet: `resumeJob` begins.' },
    RUNNING: { description: 'The server works through the rows by itself.' },
    PAUSED: { description: 'It waits to be resumed.' },
    DONE: { description: 'All rows are done, or failed.' },
    STOPPED: { description: 'It was stopped for good. What was done before stays done.' },
  },
});
