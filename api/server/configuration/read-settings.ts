import { connectionSettings } from './connection-settings.ts';
import { identitySettings } from './identity-settings.ts';
import { mailSettings } from './mail-settings.ts';
import { exportSettings, queryLimitSettings, rateLimitSettings } from './limit-settings.ts';
import { paymentSettings } from './payment-settings.ts';
import { databaseSettings, serverSettings } from './server-settings.ts';
import { shopSettings } from './shop-settings.ts';
import { traceSettings } from './trace-settings.ts';
import { Unreadable, type Setting, type Surroundings } from './setting.ts';
import { approvalSettings, clockSettings, engineSettings, policySettings } from './wallet-settings.ts';

/** Every setting there is, in the order of the documentation. */
export const settingGroups = [
  { title: 'Server', settings: serverSettings },
  { title: 'Shop', settings: shopSettings },
  { title: 'Connections', settings: connectionSettings },
  { title: 'Database', settings: databaseSettings },
  { title: 'Identity', settings: identitySettings },
  { title: 'Mail', settings: mailSettings },
  { title: 'Rate limits', settings: rateLimitSettings },
  { title: 'Query limits', settings: queryLimitSettings },
  { title: 'Exports', settings: exportSettings },
  { title: 'Engine and jobs', settings: engineSettings },
  { title: 'Traces', settings: traceSettings },
  { title: 'Time', settings: clockSettings },
  { title: 'Payments', settings: paymentSettings },
  { title: 'Wallet rules', settings: policySettings },
  { title: 'What one person may do alone', settings: approvalSettings },
] as const;

const allSettings = {
  ...serverSettings,
  ...shopSettings,
  ...connectionSettings,
  ...databaseSettings,
  ...identitySettings,
  ...mailSettings,
  ...rateLimitSettings,
  ...queryLimitSettings,
  ...exportSettings,
  ...engineSettings,
  ...traceSettings,
  ...clockSettings,
  ...paymentSettings,
  ...policySettings,
  ...approvalSettings,
};

type ValueOf<S> = S extends Setting<infer T> ? T : never;
export type Values = { readonly [N in keyof typeof allSettings]: ValueOf<(typeof allSettings)[N]> };
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads every setting; what cannot be read is added to `problems` and stands at its default. */
export function readSettings(
  environment: Environment,
  surroundings: Surroundings,
  problems: string[],
): Values {
  const entries = Object.entries<Setting<unknown>>(allSettings).map(([name, setting]) => {
    return [name, read(name, setting, environment[name], surroundings, problems)] as const;
  });
  return Object.fromEntries(entries) as Values;
}

function read(
  name: string,
  setting: Setting<unknown>,
  given: string | undefined,
  surroundings: Surroundings,
  problems: string[],
): unknown {
  const trimmed = given?.trim();
  if (trimmed === undefined || trimmed === '') return setting.fallback(surroundings);
  try {
    return setting.parse(trimmed);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const shown = setting.secret ? '' : `, not "${trimmed.slice(0, 100)}"`;
    problems.push(`${name} ${error.message}${shown}.`);
    return setting.fallback(surroundings);
  }
}
