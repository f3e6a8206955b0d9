import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { usePageHeading } from './page-heading.tsx';
import { SkipLink } from './skip-link.tsx';
import styles from './lone-page.module.css';

export interface LonePageProps {
  brand: { name: string; tagline: string };
  heading: string;
  /** One line that belongs to the heading. */
  intro: string | null;
  /** Takes the keyboard to the content. */
  skip: string;
  documentTitle: string;
  children: ReactNode;
}

/** The frame of a page that stands alone: one card under the brand, and no way to other pages. */
export function LonePage({ brand, heading, intro, skip, documentTitle, children }: LonePageProps) {
  const ref = usePageHeading(documentTitle);
  return (
    <div className={styles['page']}>
      <SkipLink>{skip}</SkipLink>
      <header>
        <Brand {...brand} />
      </header>
      <main id="main" tabIndex={-1} className={styles['card']}>
        <h1 ref={ref} tabIndex={-1}>
          {heading}
        </h1>
        {intro !== null && <p className={styles['intro']}>{intro}</p>}
        {children}
      </main>
    </div>
  );
}
