import { propertySeed } from '../support/seed.ts';
import { whatFails } from './model-check.ts';

it('answers 10,000 commands as the naive model does, whatever happens to processes, connections and clocks', async () => {
  expect(await whatFails({ seed: propertySeed, wallets: 120, commands: 10_000 })).toEqual([]);
}, 1_200_000);
