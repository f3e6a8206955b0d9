import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import styles from '../../ui/icon.module.css';

/** What the console draws beside the drawings of every app; a customer never downloads these. */
const shapes = {
  home: <path d="M4 11.2 12 4.5l8 6.7M6 9.8V19a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9.8M10 20v-5.5h4V20" />,
  wallet: <path d="M4 7.5A2 2 0 0 1 6 5.5h11v3M4 7.5v10a2 2 0 0 0 2 2h14v-11H6a2 2 0 0 1-2-1ZM16 14v.01" />,
  approve: (
    <>
      <circle cx="10" cy="8" r="3.5" />
      <path d="M3.5 19.5c.3-3.6 2.9-5.5 6.5-5.5 1 0 2 .2 2.8.5M14.5 17.5l2.3 2.3 4.2-4.4" />
    </>
  ),
  inbox: (
    <path d="M4 13.5 6.2 5.8a1 1 0 0 1 1-.8h9.6a1 1 0 0 1 1 .8L20 13.5V18a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18zM4 13.5h4.5l1 2.5h5l1-2.5H20" />
  ),
  scale: <path d="M12 4v15.5M7.5 19.5h9M5 7.5h14M5 7.5l-2.5 6h5zM19 7.5l-2.5 6h5z" />,
  bulk: <path d="M4 6h16M4 11h16M4 16h7M17 14v6M14 17h6" />,
  upload: <path d="M12 15.5V4.5M7.5 9 12 4.5 16.5 9M5 19.5h14" />,
  gift: (
    <path d="M4.5 9h15v4h-15zM6 13v7h12v-7M12 9v11M12 9C9.5 9 7 8 7 6.2 7 4.8 8 4 9.2 4 11 4 12 6.2 12 9Zm0 0c2.5 0 5-1 5-2.8C17 4.8 16 4 14.8 4 13 4 12 6.2 12 9Z" />
  ),
  people: (
    <>
      <circle cx="9" cy="8.5" r="3.5" />
      <path d="M3 19.5c.3-3.6 2.7-5.5 6-5.5s5.7 1.9 6 5.5M15.5 5.4a3.5 3.5 0 0 1 0 6.2M17.5 14.6c2 .8 3.3 2.5 3.5 4.9" />
    </>
  ),
  tag: (
    <path d="M4 5.5v6.2a2 2 0 0 0 .6 1.4l6.9 6.9a1.5 1.5 0 0 0 2.1 0l6-6a1.5 1.5 0 0 0 0-2.1l-6.9-6.9a2 2 0 0 0-1.4-.6H5.5A1.5 1.5 0 0 0 4 5.5ZM8 8.5v.01" />
  ),
  card: <path d="M3.5 6.5h17v11h-17zM3.5 10.5h17M8 6.5v11M6 3.5l2 3 2-3" />,
  chart: <path d="M4 20h16M7 16v-5M12 16V6M17 16v-8" />,
  audit: <path d="M6 3.5h12v17l-3-2-3 2-3-2-3 2zM9 8.5h6M9 12h6" />,
  shield: <path d="M12 3.5 5 6v5.5c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6zM9 12l2.2 2.2L15.2 10" />,
  gear: (
    <>
      <circle cx="12" cy="12" r="2.6" />
      <circle cx="12" cy="12" r="6" />
      <path d="M12 3.2V6M12 18v2.8M3.2 12H6M18 12h2.8M5.8 5.8l1.9 1.9M16.3 16.3l1.9 1.9M5.8 18.2l1.9-1.9M16.3 7.7l1.9-1.9" />
    </>
  ),
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 4.5 4.5" />
    </>
  ),
  hold: (
    <>
      <rect x="5.5" y="10.5" width="13" height="9.5" rx="2" />
      <path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />
    </>
  ),
  note: <path d="M5 4.5h14v10l-5 5H5zM19 14.5h-5v5M8.5 9h7M8.5 12.5h4" />,
  arrow: <path d="M4.5 12h15M13.5 6l6 6-6 6" />,
  alert: <path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.01" />,
} satisfies Record<string, ReactNode>;

export type ConsoleIconName = keyof typeof shapes;

export interface ConsoleIconProps {
  name: ConsoleIconName;
  size?: 'md' | 'sm' | 'xs';
  className?: string | undefined;
}

/** Always an ornament: the word beside it carries the meaning. */
export function ConsoleIcon({ name, size = 'sm', className }: ConsoleIconProps) {
  return (
    <svg className={classes(styles['icon'], styles[size], className)} viewBox="0 0 24 24" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}
