import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { BrandMark } from './brand.tsx';
import { Icon } from './icon.tsx';
import { usePageHeading } from './page-heading.tsx';
import { ProgressLine } from './progress-line.tsx';
import styles from './page.module.css';

export interface PageProps {
  heading: string;
  documentTitle: string;
  /** Controls at the end of the heading's line. */
  actions?: ReactNode;
  /** What is shown is being brought up to date. */
  refreshing?: boolean;
  /** Says to screen readers that the content is still on its way. */
  busy?: boolean;
  /** For pages one level down: where they belong. */
  back?: { to: string; label: string };
  children: ReactNode;
}

/** The frame of every page inside the shell: heading, controls, content. */
export function Page({
  heading,
  documentTitle,
  actions,
  refreshing = false,
  busy = false,
  back,
  children,
}: PageProps) {
  const ref = usePageHeading(documentTitle);
  return (
    <>
      {refreshing && <ProgressLine />}
      <header className={styles['top']}>
        {back === undefined ? (
          <span className={styles['mark']}>
            <BrandMark size="sm" />
          </span>
        ) : (
          <Link className={styles['back']} to={back.to} aria-label={back.label} title={back.label}>
            <Icon name="left" size="sm" />
          </Link>
        )}
        <h1 ref={ref} tabIndex={-1}>
          {heading}
        </h1>
        {actions}
      </header>
      <main id="main" className={styles['main']} tabIndex={-1} aria-busy={busy || undefined}>
        {children}
      </main>
    </>
  );
}
