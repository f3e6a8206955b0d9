import type { GraphQLSchema } from 'graphql';
import { answeredAsMissing, permissions } from '../permissions/permissions.ts';
import { guard } from '../permissions/shield.ts';
import { contractSchema } from './contract.ts';
import { answerLongListsInTurns } from './limits/long-lists.ts';
import { countWalletChanges } from './limits/wallet-changes.ts';

/**
 * The schema that the server executes: the contract behind its permissions, and behind those the limit on changes of a wallet.
 * Long lists are answered in turns.
 */
export function executableSchema(): GraphQLSchema {
  return answerLongListsInTurns(guard(countWalletChanges(contractSchema()), permissions, answeredAsMissing));
}
