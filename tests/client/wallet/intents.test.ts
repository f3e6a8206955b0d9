import { createIntents } from '../../../client/wallet/intents.ts';

afterEach(() => window.localStorage.clear());

const now = () => Date.UTC(2026, 10, 28);

it('a wish keeps its key over a reload, until its outcome is final', () => {
  const key = createIntents(window.localStorage, now).keyOf('pay');
  const reloaded = createIntents(window.localStorage, now);

  expect(reloaded.keyOf('pay')).toBe(key);
  reloaded.settle('pay');
  expect(reloaded.keyOf('pay')).not.toBe(key);
});

it.each([
  'nonsense',
  '[]',
  '"text"',
  '{"pay":null}',
  '{"pay":{"key":7,"at":"soon"}}',
  '{"other":null,"pay":1}',
])('stands %s in the storage, a wish has a key of its own all the same', (stored) => {
  window.localStorage.setItem('early-bird.intents', stored);
  const intents = createIntents(window.localStorage, now);

  const key = intents.keyOf('pay');
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(createIntents(window.localStorage, now).keyOf('pay')).toBe(key);
});
