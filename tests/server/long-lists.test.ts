import { buildSchema, graphql, type ExecutionResult } from 'graphql';
import { GivenUp } from '../../api/persistence/patience.ts';
import { answerLongListsInTurns } from '../../api/server/limits/long-lists.ts';

const schema = answerLongListsInTurns(
  buildSchema('type Query { numbers: [Int!] rows: [Row!]! } type Row { id: Int }'),
);
const count = (length: number) => Array.from({ length }, (_, index) => index);

function ask(rootValue: object, left: () => number | null, source = '{ numbers }'): Promise<ExecutionResult> {
  return graphql({ schema, source, rootValue, contextValue: { patience: { left } } });
}

describe('a list', () => {
  test.each([0, 1, 50, 51, 1_000])('of %i is answered whole and in order', async (length) => {
    const numbers = count(length);

    expect(await ask({ numbers }, () => null)).toEqual({ data: { numbers } });
    expect(await ask({ numbers: async () => numbers }, () => null)).toEqual({ data: { numbers } });
  });

  test('that is long lets others have their turn', async () => {
    let turns = 0;
    let isDone = false;
    const turn = () => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    // Each row keeps the processor for longer than a turn may last.
    const row = { id: () => busyFor(11) };
    setImmediate(turn);
    const { data } = await ask({ rows: Array(60).fill(row) }, () => null, '{ rows { id } }');
    isDone = true;

    expect(data?.['rows']).toHaveLength(60);
    expect(turns).toBeGreaterThan(4);
  });

  test('for which nobody waits any more is not answered to its end', async () => {
    let answered = 0;
    const row = { id: () => (answered += 1) };
    let looks = 0;
    const left = () => {
      looks += 1;
      if (looks > 3) throw new GivenUp();
      return 1;
    };
    const { errors } = await ask({ rows: Array(1_000).fill(row) }, left, '{ rows { id } }');

    expect(errors?.[0]?.originalError).toBeInstanceOf(GivenUp);
    expect(answered).toBeLessThan(100);
  });
});

function busyFor(milliseconds: number): number {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
  return 1;
}
