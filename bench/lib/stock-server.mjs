// Apollo Server on Express as its documentation sets it up, with nothing behind it: what a GraphQL answer costs where no
// database is asked. `hello` is the smallest, `history` fifty rows of nine fields from memory. Prints its port.
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';

const typeDefs = `
  type Money { amount: String! }
  type Row {
    id: ID! kind: String! status: String! source: String reason: String orderId: ID createdAt: String!
    signedAmount: Money! balanceAfter: Money!
  }
  type Query { hello: String! history: [Row!]! }
`;

const rows = Array.from({ length: 50 }, (_, n) => ({
  ...{
    id: `VHJhbnNhY3Rpb246YmVuY2gtJHtufQ${n}`,
    kind: 'DEBIT',
    status: 'COMPLETED',
    source: null,
    reason: null,
  },
  ...{ orderId: `order-${n}`, createdAt: '2026-03-10T04:00:00.000Z' },
  ...{ signedAmount: { amount: '-100.00' }, balanceAfter: { amount: `${n * 100}.00` } },
}));

const resolvers = { Query: { hello: () => 'world', history: () => rows } };
const apollo = new ApolloServer({ typeDefs, resolvers });
await apollo.start();
const app = express();
app.use('/graphql', express.json(), expressMiddleware(apollo));
const listening = app.listen(0, '127.0.0.1', () => console.log(`port ${listening.address().port}`));
