import { classes } from './classes.ts';
import styles from './dawn.module.css';

const rings = [
  { radius: 100, opacity: 0.22 },
  { radius: 132, opacity: 0.16 },
  { radius: 164, opacity: 0.11 },
  { radius: 190, opacity: 0.07 },
];

/** Rings of first light, behind the balance and at the door. */
export function Dawn({ large = false }: { large?: boolean }) {
  return (
    <svg
      className={classes(styles['dawn'], large && styles['large'])}
      viewBox="0 0 384 384"
      aria-hidden="true"
    >
      <circle cx="192" cy="192" r="64" className={styles['sun']} />
      {rings.map(({ radius, opacity }) => (
        <circle key={radius} cx="192" cy="192" r={radius} strokeOpacity={opacity} />
      ))}
    </svg>
  );
}
