import type { Account } from '../../../schema/account/account.type.ts';
import type { Account as AccountState } from '../../persistence/stores/account.store.ts';
import { globalId } from '../global-id.ts';

export function presentAccount({ id, name, role }: AccountState): Account {
  return { id: globalId('Account', id), name, role };
}
