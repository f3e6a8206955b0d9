import { SwitchRow } from '../../ui/switch-row.tsx';
import { Key } from '../ui/keys.tsx';
import type { Shortcut } from '../ui/shortcuts.tsx';
import { WideDialog } from '../ui/wide-dialog.tsx';
import type { Place } from './places.ts';
import { frameWords } from './words.ts';
import styles from './shortcuts.module.css';

const { shortcuts: words } = frameWords;

export interface ShortcutSheetProps {
  places: readonly Place[];
  onPage: readonly Shortcut[];
  singleKeys: boolean;
  onSingleKeys: (on: boolean) => void;
  onClose: () => void;
}

/** Which key does what, here and everywhere. */
export function ShortcutSheet(props: ShortcutSheetProps) {
  const { places, onPage, singleKeys, onSingleKeys, onClose } = props;
  const ways = places.flatMap(({ key, word }) =>
    key === undefined ? [] : [{ keys: `g ${key}`, name: word }],
  );
  return (
    <WideDialog title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className={styles['keys']}>
        <Group name={words.anywhere} lines={words.always} />
        <Group name={words.goTo} lines={ways} />
        {onPage.length > 0 && <Group name={words.here} lines={onPage} />}
      </div>
      <SwitchRow
        label={words.singleKeys}
        hint={words.singleKeysHint}
        checked={singleKeys}
        onChange={onSingleKeys}
      />
    </WideDialog>
  );
}

interface Line {
  keys: string;
  name: string;
}

function Group({ name, lines }: { name: string; lines: readonly Line[] }) {
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <dl>
        {lines.map(({ keys, name: what }) => (
          <div key={keys}>
            <dt>{what}</dt>
            <dd>
              {keys.split(' ').map((key) => (
                <Key key={key}>{key.toUpperCase()}</Key>
              ))}
              <span className={styles['heard']}>{keys}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
