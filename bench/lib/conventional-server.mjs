// A service as most would write it: Apollo on Express, Mongoose documents, one transaction for each debit. It remembers no keys,
// knows no tiers and no expiry, and asks nobody who they are. Prints its port.
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import mongoose from 'mongoose';

const typeDefs = `
  type Wallet { id: ID! balance: Float! }
  type Transaction { id: ID! amount: Float! createdAt: String! }
  type Debited { wallet: Wallet! transaction: Transaction! }
  type Query { hello: String! }
  type Mutation { deductCredits(customerId: ID!, amount: Float!, orderId: ID!): Debited! }
`;

const Wallet = mongoose.model(
  'Wallet',
  new mongoose.Schema(
    { _id: String, balance: { type: Number, required: true, min: 0 }, seq: { type: Number, required: true } },
    { timestamps: true, optimisticConcurrency: true },
  ),
);
const Transaction = mongoose.model(
  'Transaction',
  new mongoose.Schema(
    {
      walletId: { type: String, required: true, index: true },
      amount: { type: Number, required: true },
      balanceAfter: { type: Number, required: true },
      orderId: { type: String, required: true, index: true },
    },
    { timestamps: true },
  ),
);

const DURABLE = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true } };

async function deductCredits(_, { customerId, amount, orderId }) {
  let answer;
  await mongoose.connection.transaction(async (session) => {
    const wallet = await Wallet.findById(customerId).session(session);
    if (!wallet || wallet.balance < amount) throw new Error('Not enough credits.');
    wallet.balance -= amount;
    wallet.seq += 1;
    await wallet.save({ session });
    const entry = { walletId: customerId, amount, balanceAfter: wallet.balance, orderId };
    const [transaction] = await Transaction.create([entry], { session });
    const createdAt = transaction.createdAt.toISOString();
    answer = { wallet, transaction: { id: transaction.id, amount, createdAt } };
  }, DURABLE);
  return answer;
}

await mongoose.connect(process.env.MONGODB_URI, { dbName: 'conventional' });
await Promise.all([Wallet.init(), Transaction.init()]);
const count = Number(process.env.WALLETS);
await Wallet.insertMany(
  Array.from({ length: count }, (_, n) => ({ _id: `plain-${n}`, balance: 1e9, seq: 0 })),
);

const apollo = new ApolloServer({
  typeDefs,
  resolvers: { Query: { hello: () => 'world' }, Mutation: { deductCredits } },
});
await apollo.start();
const app = express();
app.use('/graphql', express.json(), expressMiddleware(apollo));
const listening = app.listen(0, '127.0.0.1', () => console.log(`port ${listening.address().port}`));
