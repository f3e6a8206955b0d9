import { Link, useSearchParams } from 'react-router';
import type { JobDetail_JobFragment, JobDetailQuery } from '../../../graphql/graphql.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import text from '../../../ui/text.module.css';
import { FileButton } from '../../parts/file-button.tsx';
import { withPlace } from '../../parts/place.ts';
import { Cell, Table } from '../../ui/table.tsx';
import { jobsWords } from './words.ts';
import styles from './jobs.module.css';

type Rows = NonNullable<JobDetailQuery['job']>['failedRows'];
type Row = Rows['nodes'][number];

const { rows: words } = jobsWords.job;
/** The headings are the first row of a spreadsheet, and people count from 1. */
const FIRST_ROW = 2;

export interface FailedRowsProps {
  job: JobDetail_JobFragment;
  rows: Rows;
}

/** The rows that can't be done or were not, by row and column, with what helps. */
export function FailedRows({ job, rows }: FailedRowsProps) {
  const { row, column, value, what } = words.columns;
  const title = job.done + job.failed > 0 ? words.titleAfter : words.title;
  if (rows.totalCount === 0) {
    return job.status === 'CHECKED' ? <p className={text['note']}>{words.none}</p> : null;
  }
  return (
    <>
      <Card
        title={title}
        action={job.fileUrl !== null && <FileButton small path={job.fileUrl} words={words} />}
        flush
      >
        <Table cards caption={title} columns={[row, column, value, what].map((name) => ({ name }))}>
          {rows.nodes.map((one) => (
            <tr key={one.row}>
              <Cell>
                <b>{one.row + FIRST_ROW}</b>
              </Cell>
              <Cell label={column}>
                {one.column === null ? words.whole : <span className={text['mono']}>{one.column}</span>}
              </Cell>
              <Cell label={value}>
                <bdi className={styles['value']}>{valueOf(one, job.columns)}</bdi>
              </Cell>
              <Cell label={what}>
                <span lang="en">{one.problem}</span>
              </Cell>
            </tr>
          ))}
        </Table>
        <Pages rows={rows} />
      </Card>
      <p className={text['note']}>{words.number}</p>
    </>
  );
}

/** What stands in the cell that is wrong; where it is about the whole row, who it is about. */
function valueOf({ column, cells }: Row, columns: readonly string[]): string {
  const at = columns.indexOf(column ?? 'customer_id');
  return cells[at] || words.empty;
}

function Pages({ rows: { nodes, totalCount, pageInfo } }: { rows: Rows }) {
  const [params] = useSearchParams();
  const isFirst = !params.has('after');
  if (isFirst && !pageInfo.hasNextPage) return null;
  const to = (place: { after?: string }) => ({ search: withPlace(params, place).toString() });
  return (
    <nav className={styles['pages']} aria-label={words.pages}>
      <p>{words.shown(nodes.length, totalCount)}</p>
      {!isFirst && (
        <Link className={buttonClass('quiet')} to={to({})}>
          {words.first}
        </Link>
      )}
      {pageInfo.hasNextPage && pageInfo.endCursor !== null && (
        <Link className={buttonClass('quiet')} to={to({ after: pageInfo.endCursor })}>
          {words.more}
        </Link>
      )}
    </nav>
  );
}
