import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { of } from 'rxjs';
import { createAskedAhead } from '../../../client/apollo/asked-ahead.ts';
import type { EarlyAnswer } from '../../../client/apollo/asked-ahead.ts';
import { NOW } from '../support/stories.ts';

const QUERY = gql`
  query WalletDashboard($monthStart: DateTime!) {
    said(since: $monthStart)
  }
`;
const CHANGE = gql`
  mutation Change {
    said
  }
`;
const variables = { monthStart: '2026-11-01T00:00:00.000+05:30' };

const early: EarlyAnswer = {
  accountId: 'cus_asha',
  operationName: 'WalletDashboard',
  variables,
  askedAt: NOW - 2_000,
  result: { data: { said: 'early' } },
};

/** Asha's client at a shop that counts what it is asked. */
function clientOf(
  page: Pick<Window, 'earlyAnswer'> = {},
  answers = (asked: number): object => ({ data: { said: `answer ${asked}` } }),
) {
  const clock = { now: NOW };
  let asked = 0;
  const shop = new ApolloLink(() => of(answers((asked += 1))));
  const ahead = createAskedAhead(shop, 'cus_asha', () => clock.now, page);
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.from([ahead.link, shop]) });
  const ask = async (about: object = variables): Promise<unknown> => {
    const { data } = await client.query({ query: QUERY, variables: about, fetchPolicy: 'network-only' });
    return (data as { said: unknown }).said;
  };
  const change = () => client.mutate({ mutation: CHANGE });
  const askAhead = () => ahead.ask(client, { query: QUERY, variables });
  return { clock, ask, change, askAhead, asked: () => asked };
}

/** Asks twice, as Asha, and tells what was said. */
async function askTwice(answer: EarlyAnswer | null): Promise<unknown[]> {
  const { ask } = clientOf({ earlyAnswer: Promise.resolve(answer) });
  return [await ask(), await ask()];
}

it('answers the first question with what the page has asked already, once', async () => {
  expect(await askTwice(early)).toEqual(['early', 'answer 1']);
});

it.each([
  ['that did not come', null],
  ['of somebody else', { ...early, accountId: 'cus_bina' }],
  ['to another question', { ...early, operationName: 'TransactionHistory' }],
  ['about another month', { ...early, variables: { monthStart: '2026-10-01T00:00:00.000+05:30' } }],
  ['that is old', { ...early, askedAt: NOW - 30_000 }],
])('leaves an answer %s, and asks the shop', async (_, answer) => {
  expect(await askTwice(answer)).toEqual(['answer 1', 'answer 2']);
});

describe('what is asked before its screen is there', () => {
  it('is asked once, and answers the screen once', async () => {
    const { ask, askAhead, asked } = clientOf();
    askAhead();
    askAhead();
    expect(asked()).toBe(1);
    expect([await ask(), await ask()]).toEqual(['answer 1', 'answer 2']);
  });

  it('is no answer to another question, nor when it is old', async () => {
    const { clock, ask, askAhead } = clientOf();
    askAhead();
    expect(await ask({ monthStart: '2026-10-01T00:00:00.000+05:30' })).toBe('answer 2');
    clock.now += 10_000;
    expect(await ask()).toBe('answer 3');
  });

  it('is forgotten when something changes, as the screen shows what is true afterwards', async () => {
    const { ask, askAhead, change } = clientOf();
    askAhead();
    await change();
    expect(await ask()).toBe('answer 3');
  });

  it('is asked again by the screen when it failed', async () => {
    const failsFirst = (asked: number): object =>
      asked === 1 ? { errors: [{ message: 'busy' }] } : { data: { said: `answer ${asked}` } };
    const { ask, askAhead } = clientOf({}, failsFirst);
    askAhead();
    expect(await ask()).toBe('answer 2');
  });
});
