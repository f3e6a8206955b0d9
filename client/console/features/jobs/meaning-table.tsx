import type { FileJobKind } from './job-texts.ts';
import { SelectField } from '../../../ui/field.tsx';
import text from '../../../ui/text.module.css';
import { State } from '../../parts/state.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { columnsOf } from './columns.ts';
import type { JobColumn, Mapping } from './columns.ts';
import type { ReadFile } from './read-file.ts';
import { jobsWords } from './words.ts';

const { match: words, means } = jobsWords;
const SAMPLES = 3;
const LONGEST_SAMPLE = 24;

export interface MeaningTableProps {
  kind: FileJobKind;
  file: ReadFile;
  mapping: Mapping;
  /** What is named more than once. */
  twice: readonly JobColumn[];
  busy: boolean;
  onChange: (mapping: Mapping) => void;
}

/** One line for each column of the file, with what is in it and what it means. */
export function MeaningTable({ kind, file, mapping, twice, busy, onChange }: MeaningTableProps) {
  const { heading, values, means: meaning, state } = words.columns;
  const known = columnsOf(kind);
  const put = (at: number, value: string): void => {
    const column = known.find((one) => one === value) ?? null;
    onChange(mapping.map((before, place) => (place === at ? column : before)));
  };
  return (
    <Table cards caption={words.title} columns={[heading, values, meaning, state].map((name) => ({ name }))}>
      {file.headings.map((said, at) => {
        const name = said === '' ? words.noHeading(at + 1) : said;
        const chosen = mapping[at] ?? null;
        return (
          <tr key={at}>
            <Cell>
              <b>{name}</b>
            </Cell>
            <Cell label={values}>
              <bdi className={text['mono']}>{samplesOf(file, at)}</bdi>
            </Cell>
            <Cell label={meaning}>
              <SelectField
                label={words.meaning(name)}
                labelled="unseen"
                value={chosen ?? ''}
                disabled={busy}
                aria-invalid={(chosen !== null && twice.includes(chosen)) || undefined}
                onChange={({ target }) => put(at, target.value)}
              >
                <option value="">{words.leaveOut}</option>
                {known.map((column) => (
                  <option key={column} value={column}>
                    {means[column]}
                  </option>
                ))}
              </SelectField>
            </Cell>
            <Cell label={state}>
              <Matched chosen={chosen} twice={twice} />
            </Cell>
          </tr>
        );
      })}
    </Table>
  );
}

function Matched({ chosen, twice }: { chosen: JobColumn | null; twice: readonly JobColumn[] }) {
  if (chosen === null) {
    return (
      <State icon="ban" tone="neutral">
        {words.isLeftOut}
      </State>
    );
  }
  return twice.includes(chosen) ? (
    <State icon="error" tone="bad">
      {words.isTwice}
    </State>
  ) : (
    <State icon="ok" tone="ok">
      {words.isMatched}
    </State>
  );
}

function samplesOf({ rows }: ReadFile, at: number): string {
  const cells = rows.slice(0, SAMPLES).map((row) => (row[at] ?? '').trim() || words.none);
  return cells
    .map((cell) => (cell.length > LONGEST_SAMPLE ? `${cell.slice(0, LONGEST_SAMPLE)}…` : cell))
    .join(' · ');
}
