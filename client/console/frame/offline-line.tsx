import { useSession } from '../../session/session-provider.tsx';
import { useConnected } from '../../session/use-connected.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useOnline } from '../../ui/use-online.ts';
import { frameWords } from './words.ts';
import styles from './console-frame.module.css';

const { offline: words } = frameWords;

/** Says on every page that nothing can be done while the shop is out of reach; what is on the page stays to be read. */
export function OfflineLine() {
  const session = useSession();
  const online = useOnline();
  if (useConnected()) return null;
  return (
    <div className={styles['offline']}>
      <Banner tone="plain" icon="info" urgent>
        <p>{online ? words.unreachable : words.noNetwork}</p>
        {online && (
          <Button small icon="refresh" onClick={() => void session.restore()}>
            {words.retry}
          </Button>
        )}
      </Banner>
    </div>
  );
}
