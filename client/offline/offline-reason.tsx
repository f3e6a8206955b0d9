import { useReadOnly } from '../session/read-only.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { offlineWords } from './words/words.ts';
import styles from './offline-reason.module.css';

/** Why an action beside it is not possible now. It is refused here and never kept to be sent later. */
export function OfflineReason({ id, onGradient = false }: { id: string; onGradient?: boolean }) {
  const { offline } = useWords(offlineWords);
  const readOnly = useReadOnly();
  return (
    <p id={id} className={onGradient ? styles['onGradient'] : styles['reason']}>
      <Icon name="info" size="sm" />
      {readOnly ?? offline.needsConnection}
    </p>
  );
}
