import { DEMO_ACCOUNTS } from '../identity/demo-accounts.ts';
import type { Config } from './config.ts';

/** What the operator is told once everything works: where to go and, in a demo, as whom. */
export function announcement(config: Config, port: number): string {
  const host = ['0.0.0.0', '::', '127.0.0.1'].includes(config.http.host) ? 'localhost' : config.http.host;
  const base = `http://${host}:${port}`;
  const places: [string, string][] = [
    ['Web app', base],
    ['GraphQL', `${base}/graphql`],
    ...(config.playground ? [['Playground', `${base}/playground`] as [string, string]] : []),
    ['Schema', `${base}/schema.graphql`],
    ...((config.isDemo && config.payments.returns?.origins) || []).map((shop): [string, string] => [
      'Example shop',
      shop,
    ]),
  ];
  const lines = ['', 'Early Bird Wallet is ready.', '', ...table(places)];
  if (config.isDemo) {
    const people = DEMO_ACCOUNTS.map(({ name, role, email, password }) => [
      name,
      role.toLowerCase(),
      email,
      password,
    ]);
    lines.push('', 'Sign in as', '', ...table(people));
    lines.push('', 'A token for curl:  npm run token -- --role customer|staff|admin [--customer ID]');
    lines.push('Stop:              Ctrl-C');
  }
  return `${lines.join('\n')}\n`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd()}`,
  );
}
