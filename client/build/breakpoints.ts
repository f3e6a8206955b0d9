import type { AtRule, Plugin } from 'postcss';

/** The three widths at which the app changes its shape, by the names that the style sheets use: `@media (--wide)`. */
const BREAKPOINTS: Record<string, string> = {
  '--medium': '480px',
  '--wide': '768px',
  '--full': '1120px',
};

/** Browsers do not know custom media queries yet, so the build writes the widths in their place. */
export const breakpoints: Plugin = {
  postcssPlugin: 'early-bird-breakpoints',
  AtRule: {
    media(rule: AtRule) {
      rule.params = rule.params.replaceAll(/\((--[\w-]+)\)/g, (_, name: string) => {
        const width = BREAKPOINTS[name];
        if (width === undefined) throw rule.error(`There is no breakpoint ${name}.`);
        return `(min-width: ${width})`;
      });
    },
  },
};
