import { useEffect, useState } from 'react';
import { useAnnounce } from './announcer.tsx';
import { Button } from './button.tsx';
import type { ButtonKind } from './button.tsx';
import { IconButton } from './icon-button.tsx';

const SHOWN_MS = 2_000;

export interface CopyProps {
  text: string;
  label: string;
  /** Said and shown for a moment after the text is on the clipboard. */
  done: string;
}

/** Copies without leaving the place; the tick shows it, the announcement says it. */
export function CopyIconButton({ text, label, done }: CopyProps) {
  const { copied, copy } = useCopy(text, done);
  return <IconButton icon={copied ? 'check' : 'copy'} label={copied ? done : label} onClick={copy} />;
}

export function CopyButton({ text, label, done, kind = 'secondary' }: CopyProps & { kind?: ButtonKind }) {
  const { copied, copy } = useCopy(text, done);
  return (
    <Button kind={kind} icon={copied ? 'check' : 'copy'} onClick={copy}>
      {copied ? done : label}
    </Button>
  );
}

function useCopy(text: string, done: string): { copied: boolean; copy: () => void } {
  const [copied, setCopied] = useState(false);
  const announce = useAnnounce();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true);
        announce.politely(done);
      },
      // A browser that forbids it leaves the text on the page, where it can be marked by hand.
      () => undefined,
    );
  };
  return { copied, copy };
}
