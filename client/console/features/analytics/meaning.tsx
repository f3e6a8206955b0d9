import { Icon } from '../../../ui/icon.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import type { Figures } from './movement-sums.ts';
import { analyticsWords as words } from './words.ts';
import styles from './analytics.module.css';

export interface MeaningProps {
  figures: Figures;
  /** Its name in the API, by which the shop defines it. */
  of: string;
  /** Its name on the page. */
  name: string;
}

/** What a figure means, in the words that stand in the exported file too. */
export function Meaning({ figures, of, name }: MeaningProps) {
  const text = figures.definitions.find(({ figure }) => figure === of)?.text;
  if (text === undefined) return null;
  return (
    <details className={styles['meaning']}>
      <summary>
        <Icon name="info" size="xs" />
        {words.means}
        <VisuallyHidden>{words.meansOf(name)}</VisuallyHidden>
      </summary>
      <p>{text}</p>
    </details>
  );
}
