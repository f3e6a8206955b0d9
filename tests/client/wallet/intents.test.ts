import { createIntents } from '../../../client/wallet/intents.ts';

afterEach(() => window.localStorage.clear());

const now = () => Date.UTC(2026, 10, 28);

it('a wish keeps its key over a reload, until its outcome is final', () => {
  const key = createIntents(window.localStorage, now).keyOf(['pay']);
  const reloaded = createIntents(window.localStorage, now);

  expect(reloaded.keyOf(['pay'])).toBe(key);
  reloaded.settle(['pay']);
  expect(reloaded.keyOf(['pay'])).not.toBe(key);
});

it.each([
  'nonsense',
  '[]',
  '"text"',
  '{"[\\"pay\\"]":null}',
  '{"[\\"pay\\"]":{"key":7,"at":"soon"}}',
  '{"other":null,"[\\"pay\\"]":1}',
])('stands %s in the storage, a wish has a key of its own all the same', (stored) => {
  window.localStorage.setItem('early-bird.intents', stored);
  const intents = createIntents(window.localStorage, now);

  const key = intents.keyOf(['pay']);
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(createIntents(window.localStorage, now).keyOf(['pay'])).toBe(key);
});

it('a wish that was sent is open until it is known to be done or not, for every window', () => {
  const [here, there] = [createIntents(window.localStorage, now), createIntents(window.localStorage, now)];
  const key = here.keyOf(['pay', 'order 7', '10.00']);
  there.keyOf(['pay', 'order 8', '20.00']);

  expect(there.isOpen(['pay', 'order 7', '10.00'])).toBe(true);
  expect(there.openOf(['pay', 'order 7'])).toEqual([['10.00']]);
  expect(there.openOf(['pay', 'order'])).toEqual([]);
  here.notDone(['pay', 'order 7', '10.00']);
  expect(there.openOf(['pay', 'order 7'])).toEqual([]);
  expect(there.keyOf(['pay', 'order 7', '10.00'])).toBe(key);
  expect(here.isOpen(['pay', 'order 7', '10.00'])).toBe(true);
});

it('what in the storage is no wish is never open', () => {
  window.localStorage.setItem(
    'early-bird.intents',
    '{"pay":{"key":"k","at":1e15},"{}":{"key":"k","at":1e15}}',
  );
  expect(createIntents(window.localStorage, now).openOf(['pay'])).toEqual([]);
});
