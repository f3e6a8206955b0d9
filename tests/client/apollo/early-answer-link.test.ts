import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { of } from 'rxjs';
import { createEarlyAnswerLink } from '../../../client/apollo/early-answer-link.ts';
import type { EarlyAnswer } from '../../../client/apollo/early-answer-link.ts';
import { NOW } from '../support/stories.ts';

const QUERY = gql`
  query WalletDashboard($monthStart: DateTime!) {
    said(since: $monthStart)
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

/** Asks twice, as Asha, and tells what was said. */
async function askTwice(answer: EarlyAnswer | null): Promise<unknown[]> {
  const link = createEarlyAnswerLink('cus_asha', () => NOW, { earlyAnswer: Promise.resolve(answer) });
  const shop = new ApolloLink(() => of({ data: { said: 'the shop' } }));
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.from([link, shop]) });
  const ask = () => client.query({ query: QUERY, variables, fetchPolicy: 'network-only' });
  const answers = [await ask(), await ask()];
  return answers.map(({ data }) => (data as { said: unknown }).said);
}

it('answers the first question with what the page has asked already, once', async () => {
  expect(await askTwice(early)).toEqual(['early', 'the shop']);
});

it.each([
  ['that did not come', null],
  ['of somebody else', { ...early, accountId: 'cus_bina' }],
  ['to another question', { ...early, operationName: 'TransactionHistory' }],
  ['about another month', { ...early, variables: { monthStart: '2026-10-01T00:00:00.000+05:30' } }],
  ['that is old', { ...early, askedAt: NOW - 30_000 }],
])('leaves an answer %s, and asks the shop', async (_, answer) => {
  expect(await askTwice(answer)).toEqual(['the shop', 'the shop']);
});
