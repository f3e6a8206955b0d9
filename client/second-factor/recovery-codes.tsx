import { useEffect, useRef } from 'react';
import { Button, buttonClass } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { useWords } from '../words/use-words.ts';
import { factorWords } from './words/words.ts';
import styles from './factor-set-up.module.css';

/** The only time that they are shown. The focus comes here, because the field that it was in is gone. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { recovery } = useWords(factorWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = `${codes.join('\n')}\n`;
  return (
    <section className={styles['steps']} aria-labelledby="recovery-codes">
      <h2 id="recovery-codes" ref={heading} tabIndex={-1}>
        {recovery.title}
      </h2>
      <p>{recovery.intro}</p>
      <ul className={styles['codes']} aria-label={recovery.list}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyButton text={text} label={recovery.copy} done={recovery.copied} />
      <a
        className={buttonClass('secondary')}
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        download="early-bird-recovery-codes.txt"
      >
        {recovery.download}
      </a>
      <Button kind="primary" block onClick={onKept}>
        {recovery.done}
      </Button>
    </section>
  );
}
