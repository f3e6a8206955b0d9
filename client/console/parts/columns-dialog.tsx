import { useConnected } from '../../session/use-connected.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import text from '../../ui/text.module.css';
import { NotKeptLine } from './not-kept-line.tsx';
import styles from './list-tools.module.css';
import { partsWords } from './parts-words.ts';
import type { useViews } from './use-views.ts';

const { tools: words } = partsWords;

export interface ColumnsDialogProps {
  columns: readonly string[];
  hidden: ReadonlySet<string>;
  kept: ReturnType<typeof useViews>;
  onChange: (hidden: ReadonlySet<string>) => void;
  onClose: () => void;
}

/** Which columns of a list are shown, for one person and on all their devices. */
export function ColumnsDialog({ columns, hidden, kept, onChange, onClose }: ColumnsDialogProps) {
  const connected = useConnected();
  const turn = (name: string): void => {
    if (kept.sending || !connected) return;
    const next = new Set(hidden);
    if (!next.delete(name)) next.add(name);
    onChange(next);
  };
  return (
    <ModalDialog title={words.columns} closeLabel={words.close} onClose={onClose}>
      <fieldset className={styles['columns']}>
        <legend>{words.shown}</legend>
        {columns.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={!hidden.has(name)}
              aria-disabled={!connected || undefined}
              onChange={() => turn(name)}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <NotKeptLine notKept={kept.notKept} />
      <p className={text['note']}>{connected ? words.columnsHint : words.offline}</p>
    </ModalDialog>
  );
}
