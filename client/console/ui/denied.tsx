import { Link } from 'react-router';
import { buttonClass } from '../../ui/button.tsx';
import { ConsoleIcon } from './console-icon.tsx';
import styles from './denied.module.css';
import { uiWords as words } from './ui-words.ts';

/** What somebody sees in the place of what their role may not see. */
export function Denied({ requestId }: { requestId: string | null }) {
  return (
    <section className={styles['denied']} aria-labelledby="denied">
      <span className={styles['disc']}>
        <ConsoleIcon name="hold" size="md" />
      </span>
      <h2 id="denied">{words.denied.title}</h2>
      <p>{words.denied.text}</p>
      <Link className={buttonClass('primary')} to="/admin">
        {words.denied.home}
      </Link>
      {requestId !== null && <p className={styles['request']}>{words.denied.request(requestId)}</p>}
    </section>
  );
}
