import type { AuditReport } from './run-audit.ts';

const NUMBERS = new Intl.NumberFormat('en-IN');
const LONGEST_SENTENCE = 92;

/** The report as lines of text: one per invariant, under it the first of what breaks it, and a summary. */
export function reportLines({
  invariants,
  wallets,
  entries,
  milliseconds,
  violations,
  notices,
}: AuditReport): string[] {
  const lines = invariants.flatMap(
    ({ code, sentence, checked, violations: broken, first, milliseconds: ms }) => [
      [
        code.padEnd(4),
        sentence.padEnd(LONGEST_SENTENCE),
        `${number(checked)} checked`.padStart(18),
        `${number(broken)} ${broken === 1 ? 'violation' : 'violations'}`.padStart(16),
        `${number(ms)} ms`.padStart(11),
      ].join(' '),
      ...first.map(
        ({ record, entry, problem }) => `       ${record}${entry ? `, entry ${entry}` : ''}: ${problem}`,
      ),
      ...(broken > first.length ? [`       and ${number(broken - first.length)} more`] : []),
    ],
  );
  const read = `${number(wallets)} wallets with ${number(entries)} entries in ${number(milliseconds)} ms`;
  const result =
    violations === 0
      ? 'All invariants hold.'
      : `${number(violations)} violations. Look at each before going on.`;
  return [...lines, ...notices, `${read}. ${result}`];
}

function number(figure: number): string {
  return NUMBERS.format(Math.round(figure));
}
