import { TryAgain, OutcomeUnknown } from '../../api/ledger/errors.ts';
import { formatError } from '../../api/server/format-error.ts';
import { openTestApi } from '../support/api.ts';
import { GraphQLError } from 'graphql';

const api = openTestApi();

describe('errors that nobody foresaw', () => {
  it('are masked, whatever they say, and name the request', async () => {
    await api.openWallet('asha');
    await api.app.database.collection('customers').deleteOne({ _id: 'asha' as never });

    const { errors } = await api.customer('asha').ask('{ viewer { wallet { customer { name } } } }');

    expect(errors).toEqual([
      {
        message: 'Something went wrong on our side. Try again; if it happens again, tell us the request id.',
        locations: expect.any(Array),
        path: ['viewer', 'wallet', 'customer'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'req-customer' },
      },
    ]);
  });

  it('are masked even if they bring a code of their own', () => {
    const masked = formatError(
      { message: 'E11000 duplicate key of customers', extensions: { code: 'DUPLICATE_KEY', host: 'db-1' } },
      new GraphQLError('E11000 duplicate key of customers'),
    );

    expect(masked).toEqual({
      message: expect.stringContaining('on our side'),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });
});

describe('errors of the engine', () => {
  it.each([
    ['TRY_AGAIN', new TryAgain('the queue is full.')],
    ['OUTCOME_UNKNOWN', new OutcomeUnknown()],
  ])('tell the caller what to do: %s', (code, thrown) => {
    const error = new GraphQLError(thrown.message, { originalError: thrown });

    const answer = formatError({ message: thrown.message, extensions: { code: 'INTERNAL' } }, error);

    expect(answer).toEqual({
      message: expect.stringContaining('Send the same request again, with the same idempotency key'),
      extensions: { code },
    });
  });

  it('are answered as TRY_AGAIN when the engine has stopped taking commands', async () => {
    await api.app.engine.stop();

    const input = { amount: { amount: '10' }, orderId: 'order-1' };
    const { errors } = await api.customer('asha').attempt('deductCredits', input, 'replayed');

    expect(errors).toMatchObject([{ extensions: { code: 'TRY_AGAIN', requestId: 'req-customer' } }]);
  });
});
