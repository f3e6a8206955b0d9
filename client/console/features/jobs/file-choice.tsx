import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import type { FileJobKind } from './job-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import text from '../../../ui/text.module.css';
import { saveFile } from '../../../wallet/export/use-export.ts';
import { csvOf } from '../../parts/csv.ts';
import layout from '../../parts/layout.module.css';
import { ConsoleIcon } from '../../ui/console-icon.tsx';
import { columnsOf } from './columns.ts';
import { readFile } from './read-file.ts';
import type { ReadFile } from './read-file.ts';
import { jobsWords } from './words.ts';
import styles from './jobs.module.css';

const { upload: words } = jobsWords;

export interface FileChoiceProps {
  kind: FileJobKind;
  file: ReadFile | null;
  /** While its rows are on their way no other can take its place. */
  busy: boolean;
  onRead: (file: ReadFile | null) => void;
}

/** A file that is dropped or chosen. It is read here, and nothing of it leaves the device. */
export function FileChoice({ kind, file, busy, onRead }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const off = busy || reading;
  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined || off) return;
    setReading(true);
    setFault(null);
    const read = await readFile(chosen).catch(() => ({ fault: jobsWords.faults.unreadable }));
    setReading(false);
    if ('fault' in read) setFault(read.fault);
    onRead('fault' in read ? null : read);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  const saveTemplate = (): void => {
    const columns = columnsOf(kind);
    saveFile(
      csvOf(columns, [columns.map((column) => jobsWords.template[column])]),
      jobsWords.templateName[kind],
    );
  };
  return (
    <Card title={words.file}>
      <div className={styles['drop']} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <ConsoleIcon name="upload" size="md" />
        <p role="status">
          {file === null ? (
            words.drop
          ) : (
            <>
              <b>{file.name}</b> {words.facts(file.rows.length, file.headings.length, words.size(file.bytes))}
            </>
          )}
        </p>
        {file === null && <p className={text['note']}>{words.hint}</p>}
        <div className={classes(layout['acts'], layout['middle'])}>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,text/csv"
            aria-label={words.file}
            onChange={({ target }) => {
              const chosen = target.files?.[0];
              void take(chosen);
              // The same file, mended meanwhile, can be chosen once more.
              target.value = '';
            }}
          />
          <Button busy={reading} unavailable={busy} onClick={() => input.current?.click()}>
            {reading ? words.reading : file === null ? words.choose : words.chooseAnother}
          </Button>
          <Button kind="quiet" icon="download" onClick={saveTemplate}>
            {words.template}
          </Button>
        </div>
      </div>
      {fault !== null && (
        <Banner tone="bad" icon="error" urgent>
          <p>
            <b>{words.notTaken}</b> {fault}
          </p>
        </Banner>
      )}
    </Card>
  );
}
