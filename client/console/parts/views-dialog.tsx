import { useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { Link } from 'react-router';
import { useConnected } from '../../session/use-connected.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import text from '../../ui/text.module.css';
import { useToast } from '../../ui/toast.tsx';
import styles from './list-tools.module.css';
import { NotKeptLine } from './not-kept-line.tsx';
import { partsWords } from './parts-words.ts';
import type { SavedView, useViews } from './use-views.ts';
import { isUsual, pathOfView } from './view-address.ts';

const { tools: words } = partsWords;
const LONGEST = 200;

export interface ViewsDialogProps {
  kept: ReturnType<typeof useViews>;
  ofList: readonly SavedView[];
  /** The present view, as it would be kept. */
  address: string;
  onClose: () => void;
}

/** Keeps the present view under a name, and picks, renames or removes those that are kept. */
export function ViewsDialog({ kept, ofList, address, onClose }: ViewsDialogProps) {
  const [name, setName] = useState('');
  /** The view that gets another name. */
  const [renamed, setRenamed] = useState<SavedView | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const connected = useConnected();
  const toast = useToast();
  const typed = name.trim();
  // A name that is kept for something else must not be lost to a view.
  const isTaken = kept.views.some((view) => view.name === typed && !ofList.includes(view));
  // Another name for a view that is kept needs no room.
  const isTooLong = renamed === null && address.length > LONGEST;
  const isWrong = typed === '' || isUsual(typed) || isTaken || isTooLong;

  const begin = (view: SavedView | null): void => {
    setRenamed(view);
    setName(view?.name ?? '');
    field.current?.focus();
  };
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (isWrong || kept.sending || !connected) return;
    if (!(await kept.save({ name: typed, address: renamed?.address ?? address }))) return;
    if (renamed && renamed.name !== typed && !(await kept.remove(renamed.name))) return;
    toast(words.kept(typed));
    begin(null);
  };
  const remove = async (view: SavedView): Promise<void> => {
    if (!(await kept.remove(view.name))) return;
    toast(words.removed(view.name));
    begin(null);
  };
  return (
    <ModalDialog title={words.viewsOfList} closeLabel={words.close} onClose={onClose}>
      <form className={styles['form']} onSubmit={(event) => void submit(event)}>
        <TextField
          ref={field}
          label={renamed ? words.newName(renamed.name) : words.name}
          value={name}
          maxLength={100}
          error={isTaken ? words.taken : isTooLong ? words.tooLong : null}
          onChange={({ target }) => setName(target.value)}
        />
        <Button small kind="primary" type="submit" busy={kept.sending} unavailable={isWrong || !connected}>
          {renamed ? words.rename : words.save}
        </Button>
      </form>
      <NotKeptLine notKept={kept.notKept} />
      <p className={text['note']}>{connected ? words.viewsHint : words.offline}</p>
      {ofList.length > 0 && (
        <ul className={styles['list']} aria-label={words.saved}>
          {ofList.map((view) => (
            <li key={view.name}>
              <Link to={pathOfView(view.address)} onClick={onClose}>
                {view.name}
              </Link>
              <Button small kind="quiet" aria-label={words.renameOf(view.name)} onClick={() => begin(view)}>
                {words.rename}
              </Button>
              <Button
                small
                kind="quiet"
                aria-label={words.removeOf(view.name)}
                unavailable={!connected}
                onClick={() => void remove(view)}
              >
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <CopyButton
        kind="quiet"
        text={`${window.location.origin}${pathOfView(address)}`}
        label={words.copy}
        done={words.copied}
      />
    </ModalDialog>
  );
}
