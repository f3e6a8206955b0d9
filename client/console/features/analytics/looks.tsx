import styles from './chart.module.css';

/** How the parts of a bar are told apart by who sees no colours: each has a pattern of its own. */
export type Look = 'full' | 'stripes' | 'dots' | 'cross' | 'posts';

export function fillOf(look: Look | 'unfinished', id: string): string {
  return `url(#${id}-${look})`;
}

/** The patterns of one chart. Their names are the chart's own, for a page has more than one. */
export function Looks({ id }: { id: string }) {
  const pattern = (look: Look | 'unfinished', size: number) => ({
    ...{ id: `${id}-${look}`, width: size, height: size },
    patternUnits: 'userSpaceOnUse',
    className: styles[look],
  });
  return (
    <defs>
      <pattern {...pattern('full', 8)}>
        <rect width="8" height="8" />
      </pattern>
      <pattern {...pattern('stripes', 6)} patternTransform="rotate(45)">
        <rect width="4" height="6" />
      </pattern>
      <pattern {...pattern('dots', 5)}>
        <rect width="5" height="5" opacity="0.35" />
        <circle cx="2.5" cy="2.5" r="1.5" />
      </pattern>
      <pattern {...pattern('cross', 7)}>
        <rect width="7" height="7" opacity="0.65" />
        <path d="M0 0 7 7M7 0 0 7" />
      </pattern>
      <pattern {...pattern('posts', 4)}>
        <rect width="2" height="4" />
      </pattern>
      <pattern {...pattern('unfinished', 8)} patternTransform="rotate(-45)">
        <rect width="1" height="8" />
      </pattern>
    </defs>
  );
}
