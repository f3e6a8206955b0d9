import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { BrandMark } from './brand.tsx';
import { classes } from './classes.ts';
import { usePageHeading } from './page-heading.tsx';
import styles from './page.module.css';

const Tools = createContext<ReactNode>(null);

/** What stands at the end of the heading's line on every page below it. */
export const PageTools = Tools.Provider;

export interface PageProps {
  heading: string;
  documentTitle: string;
  /** Controls at the end of the heading's line. */
  actions?: ReactNode;
  /** What is shown is being brought up to date. */
  refreshing?: boolean;
  /** Says to screen readers that the content is still on its way. */
  busy?: boolean;
  /** For pages one level down: the way to where they belong, in the mark's place. */
  back?: ReactNode;
  /** For pages on which one thing is done: no bar with places below, and room for one with the act. */
  flow?: boolean;
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
  flow = false,
  children,
}: PageProps) {
  const ref = usePageHeading(documentTitle);
  return (
    <>
      {refreshing && <ProgressLine />}
      <header className={styles['top']}>
        {back ?? (
          <span className={styles['mark']}>
            <BrandMark size="sm" />
          </span>
        )}
        <h1 ref={ref} tabIndex={-1}>
          {heading}
        </h1>
        {actions}
        {useContext(Tools)}
      </header>
      <main
        id="main"
        className={classes(styles['main'], flow && styles['flow'])}
        tabIndex={-1}
        aria-busy={busy || undefined}
      >
        {children}
      </main>
    </>
  );
}

/** A thin line along the top while the page is brought up to date; what is on it stays readable. */
function ProgressLine() {
  return (
    <div className={styles['track']} aria-hidden="true">
      <div className={styles['sweep']} />
    </div>
  );
}
