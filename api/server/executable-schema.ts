import type { GraphQLSchema } from 'graphql';
import { answeredAsMissing, permissions } from '../permissions/permissions.ts';
import { guard } from '../permissions/shield.ts';
import { contractSchema } from './contract.ts';

/** The schema that the server executes: the contract behind its permissions. */
export function executableSchema(): GraphQLSchema {
  return guard(contractSchema(), permissions, answeredAsMissing);
}
