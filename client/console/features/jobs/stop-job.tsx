import type { JobDetail_JobFragment } from '../../../graphql/graphql.ts';
import { Button } from '../../../ui/button.tsx';
import { ModalDialog } from '../../../ui/modal-dialog.tsx';
import layout from '../../parts/layout.module.css';
import { jobsWords } from './words.ts';

const { stopping: words } = jobsWords.job;

export interface StopJobProps {
  job: JobDetail_JobFragment;
  onStop: () => void;
  onClose: () => void;
}

/** The question before the end: what was done stays, and the rest can't go on. */
export function StopJob({ job: { done, failed, total }, onStop, onClose }: StopJobProps) {
  const over = done + failed;
  return (
    <ModalDialog title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className={layout['stack']}>
        <p>{over === 0 ? words.nothing : words.rest(done, total - over)}</p>
        <div className={layout['acts']}>
          <Button kind="primary" onClick={onStop}>
            {words.yes}
          </Button>
          <Button onClick={onClose}>{words.no}</Button>
        </div>
      </div>
    </ModalDialog>
  );
}
