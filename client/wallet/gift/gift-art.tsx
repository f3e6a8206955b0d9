import type { ReactNode } from 'react';
import type { GiftDesign } from '../../graphql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { giftArtWords } from './words/words.ts';
import styles from './gift-art.module.css';

export interface GiftArtProps {
  design: GiftDesign;
  /** What it is worth. */
  value: string;
}

/** The picture on a gift. Who can't see it loses nothing: what stands in it is said beside it. */
export function GiftArt({ design, value }: GiftArtProps) {
  const { wishes } = useWords(giftArtWords);
  const { app } = useWords(sharedWords);
  return (
    <div className={classes(styles['art'], styles[design])} aria-hidden="true">
      <svg viewBox="0 0 200 200">{drawings[design]}</svg>
      <span className={styles['brand']}>{app.brand}</span>
      <span className={styles['title']}>{wishes[design]}</span>
      <span className={styles['value']}>{value}</span>
    </div>
  );
}

/** The same in a list, where there is room for the picture alone. */
export function GiftThumb({ design }: Pick<GiftArtProps, 'design'>) {
  const { app } = useWords(sharedWords);
  return (
    <div className={classes(styles['art'], styles['thumb'], styles[design])} aria-hidden="true">
      <svg viewBox="0 0 200 200">{drawings[design]}</svg>
      <span className={styles['brand']}>{app.brand}</span>
    </div>
  );
}

const drawings: Readonly<Record<GiftDesign, ReactNode>> = {
  SUNRISE: (
    <>
      <circle className={styles['filled']} cx="100" cy="100" r="34" />
      <circle cx="100" cy="100" r="54" strokeOpacity="0.4" />
      <circle cx="100" cy="100" r="74" strokeOpacity="0.3" />
      <circle cx="100" cy="100" r="96" strokeOpacity="0.2" />
    </>
  ),
  BIRTHDAY: (
    <>
      <path d="M100 0v200M0 96h200" strokeOpacity="0.5" />
      <path d="M100 96C60 96 40 72 48 56s44-8 52 40Zm0 0c40 0 60-24 52-40s-44-8-52 40Z" />
    </>
  ),
  FESTIVAL: (
    <>
      <path className={styles['filled']} d="M100 44c16 20 18 32 18 40a18 18 0 0 1-36 0c0-8 2-20 18-40Z" />
      <path d="M40 112h120c0 34-26 52-60 52s-60-18-60-52Z" />
      <path d="M100 8v18M52 28l10 16M148 28l-10 16M24 68l16 8M176 68l-16 8" strokeOpacity="0.6" />
    </>
  ),
  THANKS: (
    <path
      className={styles['filled']}
      d="M100 164C56 134 32 110 32 80a34 34 0 0 1 68-8 34 34 0 0 1 68 8c0 30-24 54-68 84Z"
    />
  ),
};
