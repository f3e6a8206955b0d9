import type { GraphQLSchema } from 'graphql';
import { declaredRoles } from '../../api/permissions/declared-roles.ts';
import { answeredAsMissing, permissions } from '../../api/permissions/permissions.ts';
import { guard } from '../../api/permissions/shield.ts';
import { contractSchema } from '../../api/server/contract.ts';

/** The schema with one of its walls standing and the other taken away. */
export const WALLS: readonly (readonly [string, GraphQLSchema])[] = [
  [
    'the rules of the shield',
    guard(
      contractSchema(() => true),
      permissions,
      answeredAsMissing,
    ),
  ],
  ['the declared roles', contractSchema(declaredRoles)],
];
