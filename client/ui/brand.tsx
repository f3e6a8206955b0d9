import { useId } from 'react';
import { classes } from './classes.ts';
import styles from './brand.module.css';

export interface BrandMarkProps {
  size: 'sm' | 'md';
  /** White glass instead of purple. */
  onGradient?: boolean;
}

/** The early bird. */
export function BrandMark({ size, onGradient = false }: BrandMarkProps) {
  const clip = useId();
  return (
    <svg className={styles[size]} viewBox="0 0 40 40" aria-hidden="true">
      <clipPath id={clip}>
        <rect width="40" height="40" rx="11" />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect width="40" height="40" className={onGradient ? styles['glass'] : styles['ground']} />
        <circle cx="31" cy="9" r="13" className={styles['glow']} />
        <path
          className={styles['bird']}
          d="M9.5 31C9.5 29 10.5 26 10.5 21.5A10 10 0 0 1 20.5 11a7 7 0 0 1 7.2 7v1.6A11.4 11.4 0 0 1 16.3 31z"
        />
        <path className={styles['beak']} d="M27.3 15.6 33 18.4l-5.3 2.2z" />
        <circle cx="22.6" cy="16.7" r="1.35" className={styles['eye']} />
        <path className={styles['wing']} d="M14.5 26.3c4 0 6.7-2.3 7.3-5.8" />
      </g>
    </svg>
  );
}

export interface BrandProps {
  name: string;
  tagline: string;
  onGradient?: boolean;
}

export function Brand({ name, tagline, onGradient = false }: BrandProps) {
  return (
    <span className={classes(styles['brand'], onGradient && styles['onGradient'])}>
      <BrandMark size="md" onGradient={onGradient} />
      <span>
        {name}
        <small>{tagline}</small>
      </span>
    </span>
  );
}
