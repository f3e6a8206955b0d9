import { useState } from 'react';
import { useNavigate } from 'react-router';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { classes } from '../../ui/classes.ts';
import { ConsoleIcon } from '../ui/console-icon.tsx';
import { Key } from '../ui/keys.tsx';
import type { Shortcut } from '../ui/shortcuts.tsx';
import type { Place } from './places.ts';
import { frameWords } from './words.ts';
import styles from './shortcuts.module.css';

const { palette: words } = frameWords;

export interface PaletteProps {
  places: readonly Place[];
  onPage: readonly Shortcut[];
  onClose: () => void;
}

/** All that can be done here and all places, by a few letters of their names; or whatever the shop finds by them. */
export function Palette({ places, onPage, onClose }: PaletteProps) {
  const navigate = useNavigate();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  const run = (key: string): void => {
    onClose();
    if (key === 'find') return void navigate(`/admin/wallets?q=${encodeURIComponent(text.trim())}`);
    if (key.startsWith('/')) return void navigate(key);
    // The dialog gives the focus back first; what it opens then takes it.
    setTimeout(() => onPage.find(({ keys }) => keys === key)?.run.current());
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={classes(styles['scrim'])}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classes(styles['palette'])}>
        <Dialog aria-label={words.title}>
          <Autocomplete filter={(name, typed) => name === words.find || contains(name, typed)}>
            <SearchField
              autoFocus
              aria-label={words.title}
              className={classes(styles['field'])}
              value={text}
              onChange={setText}
            >
              <ConsoleIcon name="search" />
              <Input placeholder={words.placeholder} />
              <Key>Esc</Key>
            </SearchField>
            <ListBox
              aria-label={words.title}
              className={classes(styles['list'])}
              onAction={(key) => run(String(key))}
            >
              {onPage.length > 0 && (
                <ListBoxSection>
                  <Header>{words.here}</Header>
                  {onPage.map(({ keys, name }) => (
                    <Option key={keys} id={keys} name={name} keys={keys} />
                  ))}
                </ListBoxSection>
              )}
              <ListBoxSection>
                <Header>{words.goTo}</Header>
                {places.map(({ to, word, key }) => (
                  <Option key={to} id={to} name={word} keys={key === undefined ? '' : `g ${key}`} />
                ))}
              </ListBoxSection>
              {text.trim() !== '' && (
                <ListBoxSection>
                  <Header>{words.customers}</Header>
                  <ListBoxItem id="find" textValue={words.find} className={classes(styles['option'])}>
                    {words.findText(text.trim())}
                  </ListBoxItem>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Option({ id, name, keys }: { id: string; name: string; keys: string }) {
  return (
    <ListBoxItem id={id} textValue={name} className={classes(styles['option'])}>
      {name}
      <span>
        {keys
          .split(' ')
          .filter(Boolean)
          .map((key) => (
            <Key key={key}>{key.toUpperCase()}</Key>
          ))}
      </span>
    </ListBoxItem>
  );
}
