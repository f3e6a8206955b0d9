import { registerEnumType } from 'type-graphql';

export const BulkMode = { ALL_OR_NOTHING: 'ALL_OR_NOTHING', VALID_ROWS: 'VALID_ROWS' } as const;
export type BulkMode = keyof typeof BulkMode;

registerEnumType(BulkMode, {
  name: 'BulkMode',
  description: 'What happens to the other rows when one is refused.',
  valuesConfig: {
    ALL_OR_NOTHING: {
      description:
        'Nothing is written unless every row can be. A call that was refused leaves its idempotency key unused.',
    },
    VALID_ROWS: {
      description:
        'The rows that can be written are, the others are refused one by one. A row that was refused stays refused under this idempotency key: send it again with a new one.',
    },
  },
});
