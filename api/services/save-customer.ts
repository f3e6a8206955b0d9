import { actId, differences } from '../domain/act.ts';
import { customerFacts, type Customer } from '../domain/customer.ts';
import type { UseCase } from '../ledger/use-case.ts';
import type { App } from './app.ts';
import type { Caller } from './caller.ts';
import { record } from './record-act.ts';

export type SaveCustomer = Omit<Customer, 'createdAt'>;

interface Asked {
  readonly caller: Caller;
  readonly actId: string;
  readonly known: SaveCustomer;
}

const useCase: UseCase<Asked, Customer> = {
  name: 'saveCustomer',
  reads: ({ known: { id } }) => ({ customers: [id] }),
  decide: ({ caller, actId: id, known }, work, { now }) => {
    const before = work.get('customers', known.id) ?? null;
    const after = { ...known, createdAt: before?.createdAt ?? now };
    const changes = differences(before && customerFacts(before), customerFacts(after));
    if (before && changes.before.length + changes.after.length === 0) return before;
    work.put('customers', known.id, after);
    const subject = { kind: 'CUSTOMER', id: known.id } as const;
    record(work, { now }, caller, { id, act: 'saveCustomer', subject, ...changes });
    return after;
  },
};

/** Creates a customer or replaces what is known of one; may be repeated. When it was first seen stays. */
export function saveCustomer(app: App, caller: Caller, known: SaveCustomer): Promise<Customer> {
  const id = actId('saveCustomer', known.id, app.ids.unique());
  return app.engine.submit(useCase, { caller, actId: id, known });
}
