import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useAnnounce } from './announcer.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './toast.module.css';

const SHOWN_MS = 8_000;

const ToastContext = createContext<(text: string) => void>(() => undefined);

/** Tells in passing what has worked; what went wrong belongs beside what was pressed. */
export function useToast(): (text: string) => void {
  return useContext(ToastContext);
}

/** One toast at a time. It is a copy of what is announced, and waits while somebody reads it. */
export function Toasts({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const [toast, setToast] = useState<{ text: string } | null>(null);
  const [held, setHeld] = useState(false);
  const announce = useAnnounce();
  const show = useCallback(
    (text: string) => {
      setToast({ text });
      announce.politely(text);
    },
    [announce],
  );
  useEffect(() => {
    if (toast === null || held) return;
    const timer = setTimeout(() => setToast(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, held]);
  const close = (): void => {
    setHeld(false);
    setToast(null);
  };
  return (
    <ToastContext value={show}>
      {children}
      {toast !== null && (
        <section
          aria-label={toast.text}
          className={styles['toast']}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span className={styles['disc']}>
            <Icon name="check" size="sm" />
          </span>
          <p>{toast.text}</p>
          <IconButton onGradient icon="close" label={closeLabel} onClick={close} />
        </section>
      )}
    </ToastContext>
  );
}
