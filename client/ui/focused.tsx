import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

/** What somebody asked for and waited for: the reader is taken to it once it is there. */
export function Focused({
  label,
  className,
  children,
}: {
  label: string;
  className: string | undefined;
  children: ReactNode;
}) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section ref={section} tabIndex={-1} className={className} aria-label={label}>
      {children}
    </section>
  );
}
