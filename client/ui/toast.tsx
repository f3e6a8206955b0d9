import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useAnnounce } from './announcer.tsx';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { useMakingWay } from './use-making-way.ts';
import styles from './toast.module.css';

const SHOWN_MS = 8_000;

/** The way to what it tells of. Toasts stand outside of all pages, so whoever shows one brings the step along. */
export interface ToastWay {
  label: string;
  href: string;
  go: () => void;
}

type ShowToast = (text: string, way?: ToastWay) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

/** Tells in passing what has worked; what went wrong belongs beside what was pressed. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}

/** One toast at a time. It is a copy of what is announced, and waits while somebody reads it. */
export function Toasts({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const [toast, setToast] = useState<{ text: string; way: ToastWay | undefined } | null>(null);
  const [held, setHeld] = useState(false);
  const announce = useAnnounce();
  const show = useCallback(
    (text: string, way?: ToastWay) => {
      setToast({ text, way });
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
      {toast !== null && <Toast {...toast} closeLabel={closeLabel} onHold={setHeld} onClose={close} />}
    </ToastContext>
  );
}

interface ToastProps {
  text: string;
  way: ToastWay | undefined;
  closeLabel: string;
  /** Somebody reads it, or no longer. */
  onHold: (held: boolean) => void;
  onClose: () => void;
}

/** No landmark, for it comes and goes; and silent, for what it says is announced already. */
function Toast({ text, way, closeLabel, onHold, onClose }: ToastProps) {
  const box = useRef<HTMLDivElement>(null);
  const edge = useMakingWay(box);
  return (
    <div
      ref={box}
      role="status"
      aria-live="off"
      className={classes(styles['toast'], edge === 'top' && styles['top'])}
      onPointerEnter={() => onHold(true)}
      onPointerLeave={() => onHold(false)}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(false)}
    >
      <span className={styles['disc']}>
        <Icon name="check" size="sm" />
      </span>
      <p>{text}</p>
      {way && (
        <a
          href={way.href}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onClose();
            way.go();
          }}
        >
          {way.label}
        </a>
      )}
      <IconButton onGradient icon="close" label={closeLabel} onClick={onClose} />
    </div>
  );
}
