import { formatTime } from '../format/date.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { sharedWords } from '../words/words.ts';
import { useWords } from '../words/use-words.ts';
import { walletWords } from './words/words.ts';
import styles from './refresh-control.module.css';

export interface RefreshControlProps {
  updatedAt: number | null;
  refreshing: boolean;
  onRefresh: () => void;
}

export function RefreshControl({ updatedAt, refreshing, onRefresh }: RefreshControlProps) {
  const { freshness } = useWords(walletWords);
  const { actions } = useWords(sharedWords);
  const known = updatedAt === null ? '' : freshness.updated(formatTime(updatedAt));
  return (
    <span className={styles['control']}>
      <span className={styles['time']}>{refreshing ? freshness.updating : known}</span>
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
