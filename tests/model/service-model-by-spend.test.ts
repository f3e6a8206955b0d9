import { propertySeed } from '../support/seed.ts';
import { whatFails } from './model-check.ts';

it('answers 10,000 commands as the naive model does where tiers follow what was spent', async () => {
  const seed = propertySeed + 1;
  expect(await whatFails({ seed, wallets: 120, commands: 10_000, tierBasis: 'ROLLING_SPEND' })).toEqual([]);
}, 1_200_000);
