import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import styles from './modal-dialog.module.css';

export interface ModalDialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  /** Something is on its way: closing now would leave its outcome unseen. */
  busy?: boolean;
  /** For whole tasks: fills a phone's screen. */
  tall?: boolean;
  children: ReactNode;
}

/** Keeps the focus inside, gives it back when it closes, and closes on Escape or a press beside it. */
export function ModalDialog({
  title,
  closeLabel,
  onClose,
  busy = false,
  tall = false,
  children,
}: ModalDialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={!busy}
      isKeyboardDismissDisabled={busy}
      className={classes(styles['scrim'], tall && styles['tall'])}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classes(styles['modal'])}>
        <Dialog className={classes(styles['dialog'])}>
          <div className={styles['head']}>
            <Heading slot="title" level={tall ? 1 : 2} className={classes(styles['title'])}>
              {title}
            </Heading>
            <IconButton
              icon="close"
              label={closeLabel}
              aria-disabled={busy || undefined}
              onClick={() => {
                if (!busy) onClose();
              }}
            />
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
