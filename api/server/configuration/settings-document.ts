import { settingGroups } from './read-settings.ts';
import type { Setting } from './setting.ts';

const INTRODUCTION = `# Configuration

The server is set up by environment variables, read once at its start. A value that makes no sense stops the start with a
sentence about each; an empty one counts as not set. Nothing else reads the environment.

A setting with two defaults is strict in production and comfortable elsewhere. An unset \`NODE_ENV\` means production, unless
\`DEMO_MODE\` is on. Values of settings marked _secret_ are never shown or logged.

This page is made by \`node scripts/run.mjs api/scripts/emit-config-docs.ts\` from \`api/server/configuration/\`.
`;

const COLUMNS = ['variable', 'value', 'default', 'what it does'];

/** The page that documents every setting. */
export function settingsDocument(): string {
  const sections = settingGroups.map(({ title }) => `## ${title}\n\n${settingsTable(title)}`);
  return [INTRODUCTION, ...sections].join('\n');
}

/** The settings of one group, for other pages to show. */
export function settingsTable(title: (typeof settingGroups)[number]['title']): string {
  const settings = settingGroups.find((group) => group.title === title)?.settings ?? {};
  const rows = Object.entries<Setting<unknown>>(settings).map(([name, setting]) => row(name, setting));
  return table([COLUMNS, ...rows]);
}

function row(name: string, setting: Setting<unknown>): string[] {
  const kind = setting.secret ? `${setting.kind}, _secret_` : setting.kind;
  return [`\`${name}\``, kind, defaultOf(setting), cellOf(setting.description)];
}

/** A text with bars in it would end its cell there. */
function cellOf(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** A table of Markdown. Columns are padded, as the formatter would do it. */
export function table([head = [], ...rows]: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |\n`;
  const rule = line(
    head.map(() => ''),
    '-',
  );
  return [line(head), rule, ...rows.map((cells) => line(cells))].join('');
}

function defaultOf(setting: Setting<unknown>): string {
  const production = shown(setting, setting.fallback('production'));
  const local = shown(setting, setting.fallback('local'));
  return production === local ? production : `${production} in production, ${local} elsewhere`;
}

function shown(setting: Setting<unknown>, value: unknown): string {
  const printed = setting.print(value);
  return printed === '' ? 'none' : `\`${printed}\``;
}
