import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './wide-dialog.module.css';

export interface WideDialogProps {
  title: string;
  closeLabel: string;
  /** Above the title, such as where in the task one is. */
  above?: ReactNode;
  /** Something is on its way: closing now would leave its outcome unseen. */
  busy?: boolean;
  onClose: () => void;
  /** What ends it, at the foot, always in sight. */
  foot?: ReactNode;
  children: ReactNode;
}

/** A task over the page it belongs to: wide enough for a table, and a sheet of the whole width on a phone. */
export function WideDialog({
  title,
  closeLabel,
  above,
  busy = false,
  onClose,
  foot,
  children,
}: WideDialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={false}
      isKeyboardDismissDisabled={busy}
      className={classes(styles['scrim'])}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classes(styles['modal'])}>
        <Dialog className={classes(styles['dialog'])}>
          <div className={styles['head']}>
            <div>
              {above}
              <Heading slot="title" level={2} className={classes(styles['title'])}>
                {title}
              </Heading>
            </div>
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
          {foot !== undefined && <div className={styles['foot']}>{foot}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
