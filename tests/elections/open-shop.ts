import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { defaultPolicy } from '../../api/domain/policy.ts';
import { connect, disconnect } from '../../api/persistence/connection.ts';
import { setUp } from '../../api/persistence/set-up.ts';
import { openApp } from '../../api/services/open-app.ts';
import { credit, done, names, openWallets } from '../support/acts.ts';

/** In paise: more than a run spends. */
const FUNDS = 50_000_00n;

/** A shop with so many funded wallets; answers their ids. */
export async function openShop(uri: string, name: string, count: number): Promise<readonly string[]> {
  const database = await connect(uri, name);
  await setUp(database);
  const clocks = { now: () => Date.now(), elapsed: () => performance.now() };
  const app = openApp({ database, policy: defaultPolicy, ...clocks, randomBytes });
  const ids = await openWallets(app, names('shopper', count));
  await Promise.all(ids.map((id) => done(credit(app, id, FUNDS))));
  await app.engine.stop();
  await disconnect(database);
  return ids;
}
