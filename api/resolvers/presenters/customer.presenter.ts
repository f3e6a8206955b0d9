import type { Customer } from '../../../schema/customer/customer.type.ts';
import type { Customer as KnownCustomer } from '../../domain/customer.ts';
import { globalId } from '../global-id.ts';

export function presentCustomer({ id, name, email, phone, language, createdAt }: KnownCustomer): Customer {
  return { id: globalId('Customer', id), customerId: id, name, email, phone, language, createdAt };
}
