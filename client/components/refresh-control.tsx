import { formatTime } from '../format/date.ts';
import { useMessages } from '../messages/messages.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './refresh-control.module.css';

export interface RefreshControlProps {
  updatedAt: number | null;
  refreshing: boolean;
  onRefresh: () => void;
}

export function RefreshControl({ updatedAt, refreshing, onRefresh }: RefreshControlProps) {
  const { actions, dashboard } = useMessages();
  const known = updatedAt === null ? '' : dashboard.updated(formatTime(updatedAt));
  return (
    <span className={styles['control']}>
      <span className={styles['time']}>{refreshing ? dashboard.updating : known}</span>
      <IconButton
        icon="refresh"
        label={actions.refresh}
        spinning={refreshing}
        aria-disabled={refreshing || undefined}
        onClick={() => {
          if (!refreshing) onRefresh();
        }}
      />
    </span>
  );
}
