import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createMetrics } from '../../api/server/observability/metrics.ts';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const { groups } = parse(readFileSync('docs/alerts.yml', 'utf8')) as {
  groups: readonly { readonly name: string; readonly rules: readonly Rule[] }[];
};
const rules = groups.flatMap((group) => group.rules);

/** What PromQL itself brings: functions, aggregations and operators. */
const LANGUAGE = new Set(
  'sum max min avg count rate increase delta changes absent time abs clamp_min histogram_quantile by without and or unless on ignoring bool offset'.split(
    ' ',
  ),
);

/** The metrics that an expression names: what is left when texts, labels, durations and the language are taken away. */
function metricsIn(expr: string): string[] {
  const bare = expr
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/\{[^}]*\}/g, '')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, '');
  return (bare.match(/[a-zA-Z_:][\w:]*/g) ?? []).filter((word) => !LANGUAGE.has(word));
}

async function exported(): Promise<Set<string>> {
  const text = await createMetrics({ withProcess: true }).print();
  const names = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
    type === 'histogram' ? ['', '_bucket', '_sum', '_count'].map((end) => `${name}${end}`) : [name],
  );
  return new Set(names);
}

describe('the alert rules', () => {
  test('are groups of rules as Prometheus reads them, each with a name of its own', () => {
    expect(groups.length).toBeGreaterThan(0);
    expect(rules.length).toBeGreaterThan(0);
    for (const { alert, expr, for: lasts = '0s', labels, annotations, ...rest } of rules) {
      expect(rest).toEqual({});
      expect(alert).toMatch(/^[A-Z][A-Za-z0-9]+$/);
      expect(lasts).toMatch(/^\d+[smhd]$/);
      expect(['page', 'warn']).toContain(labels['severity']);
      expect(annotations['summary']).toMatch(/\.$/);
      expect(annotations['action']).toMatch(/[.?]$/);
      expect(balanced(expr)).toBe(true);
    }
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });

  test.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s asks about metrics that the server has',
    async (_, { expr }) => {
      const known = await exported();
      expect(metricsIn(expr)).not.toEqual([]);
      expect(metricsIn(expr).filter((name) => !known.has(name) && name !== 'up')).toEqual([]);
    },
  );
});

describe('the dashboard', () => {
  const { panels } = JSON.parse(readFileSync('docs/grafana-dashboard.json', 'utf8')) as {
    panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
  };

  test.each(panels.map((panel) => [panel.title, panel] as const))(
    '"%s" shows metrics that the server has',
    async (_, { targets }) => {
      const known = await exported();
      for (const { expr } of targets) {
        expect(balanced(expr)).toBe(true);
        expect(metricsIn(expr)).not.toEqual([]);
        expect(metricsIn(expr).filter((name) => !known.has(name))).toEqual([]);
      }
    },
  );

  test('has titles and ids that tell its panels apart', () => {
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
  });
});

test('the page for operators says of every alert what it means and what to do', () => {
  const page = readFileSync('docs/operations.md', 'utf8');
  expect(rules.map(({ alert }) => alert).filter((alert) => !page.includes(`\`${alert}\``))).toEqual([]);
});

function balanced(expr: string): boolean {
  let open = 0;
  for (const sign of expr.replaceAll(/"[^"]*"/g, '')) {
    if ('([{'.includes(sign)) open += 1;
    if (')]}'.includes(sign)) open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}
