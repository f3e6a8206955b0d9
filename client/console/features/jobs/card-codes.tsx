import type { JobDetail_JobFragment } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import text from '../../../ui/text.module.css';
import { FileButton } from '../../parts/file-button.tsx';
import layout from '../../parts/layout.module.css';
import { jobsWords } from './words.ts';

const { codes: words } = jobsWords.job;

/** The file of the codes of a batch of gift cards, as long as it can be fetched. */
export function CardCodes({ job: { kind, codesUrl } }: { job: JobDetail_JobFragment }) {
  if (kind !== 'GIFT_CARD_BATCH') return null;
  return (
    <Card title={words.title}>
      <div className={layout['stack']}>
        {codesUrl === null ? (
          <p>{words.none}</p>
        ) : (
          <>
            <div>
              <FileButton path={codesUrl} words={words.file} />
            </div>
            <p className={text['note']}>{words.text}</p>
          </>
        )}
      </div>
    </Card>
  );
}
