import type { ReactNode, RefObject } from 'react';
import styles from './celebration.module.css';

const rays = [
  'M126.7 104.7 115.3 101',
  'M138.4 84.5l-8.9-8',
  'M157.2 70.8l-4.9-10.9',
  'M180 66V54',
  'M202.8 70.8l4.9-10.9',
  'M221.6 84.5l8.9-8',
  'M233.3 104.7l11.4-3.7',
];

export interface CelebrationProps {
  title: string;
  titleRef?: RefObject<HTMLHeadingElement | null>;
  badge?: ReactNode;
  text: string;
  amount: string;
}

/** The whole sunrise, for what happens rarely: a tier is reached, a gift is opened. */
export function Celebration({ title, titleRef, badge, text, amount }: CelebrationProps) {
  return (
    <section className={styles['celebration']}>
      <svg viewBox="0 0 360 168" aria-hidden="true">
        <g>
          <circle cx="180" cy="150" r="84" strokeOpacity="0.26" />
          <circle cx="180" cy="150" r="112" strokeOpacity="0.18" />
          <circle cx="180" cy="150" r="142" strokeOpacity="0.12" />
          <circle cx="180" cy="150" r="174" strokeOpacity="0.08" />
        </g>
        <path className={styles['rays']} d={rays.join('')} />
        <svg width="360" height="150" viewBox="0 0 360 150">
          <circle className={styles['sun']} cx="180" cy="122" r="42" />
        </svg>
        <path className={styles['horizon']} d="M84 150h192" />
      </svg>
      {badge}
      <h2 ref={titleRef} tabIndex={-1}>
        {title}
      </h2>
      <p className={styles['text']}>{text}</p>
      <p className={styles['amount']}>{amount}</p>
    </section>
  );
}
