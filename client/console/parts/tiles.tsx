import type { ReactNode } from 'react';
import styles from './tiles.module.css';

export interface Tile {
  name: string;
  /** Its shape while it is on its way. */
  figure: ReactNode;
  /** What the figure counts. */
  hint: ReactNode;
}

/** A row of figures, each with what it counts. */
export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <dl className={styles['tiles']}>
      {tiles.map(({ name, figure, hint }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{figure}</b>
            {hint}
          </dd>
        </div>
      ))}
    </dl>
  );
}
