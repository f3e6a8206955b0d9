import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import styles from './side-sheet.module.css';

export interface SideSheetProps {
  title: string;
  documentTitle: string;
  closeLabel: string;
  /** What it shows: when that changes, the reader starts anew at the heading. */
  shows: string;
  /** Its content is still on its way. */
  busy: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** One thing of a list, over the list's far side; what is behind waits. It closes on Escape or a press beside it. */
export function SideSheet(props: SideSheetProps) {
  const { title, documentTitle, closeLabel, shows, busy, onClose, children } = props;
  useDocumentTitle(documentTitle);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={classes(styles['scrim'])}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classes(styles['sheet'])}>
        <Dialog className={classes(styles['dialog'])}>
          <div className={styles['head']}>
            <SheetHeading key={shows}>{title}</SheetHeading>
            <IconButton icon="close" label={closeLabel} onClick={onClose} />
          </div>
          <div className={styles['body']} aria-busy={busy || undefined}>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function SheetHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Heading ref={heading} slot="title" level={1} tabIndex={-1} className={classes(styles['title'])}>
      {children}
    </Heading>
  );
}

/** While it is open the document bears its name, and then the former one again. */
function useDocumentTitle(title: string): void {
  const before = useRef<string>(null);
  useEffect(() => {
    before.current ??= document.title;
    document.title = title;
  }, [title]);
  useEffect(
    () => () => {
      if (before.current !== null) document.title = before.current;
    },
    [],
  );
}
