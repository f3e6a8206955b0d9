import { useMessages } from '../messages/messages.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './offline-reason.module.css';

/** Why an action beside it is not possible now. It is refused here and never kept to be sent later. */
export function OfflineReason({ id, onGradient = false }: { id: string; onGradient?: boolean }) {
  const { app } = useMessages();
  return (
    <p id={id} className={onGradient ? styles['onGradient'] : styles['reason']}>
      <Icon name="info" size="sm" />
      {app.needsConnection}
    </p>
  );
}
