import { classes } from './classes.ts';
import styles from './avatar.module.css';

export function Avatar({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span className={classes(styles['avatar'], large && styles['large'])} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** "AR" for "Asha Rao": what stands in a picture's place. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [words[0] ?? '', last].map((word) => Array.from(word)[0]?.toLocaleUpperCase('en-IN') ?? '').join('');
}
