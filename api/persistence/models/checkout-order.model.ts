import { modelOptions, prop } from '@typegoose/typegoose';
import { CHECKOUT_STATUSES, type CheckoutStatus } from '../../domain/checkout-status.ts';
import { count, date, oneOf, record, text } from '../json-schema.ts';

/** Which checkout of an order is the latest. `_id` names customer and order, so there is one at a time; `version` guards every write. */
@modelOptions({ schemaOptions: { collection: 'checkout_orders', versionKey: false } })
export class CheckoutOrderModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  @prop({ type: () => Number, required: true })
  version!: number;

  @prop({ type: () => String, required: true })
  checkoutId!: string;

  @prop({ type: () => String, required: true })
  status!: CheckoutStatus;

  @prop({ type: () => Date, required: true })
  since!: Date;
}

export const checkoutOrderSchema = record({
  _id: text,
  version: { ...count, minimum: 1 },
  checkoutId: text,
  status: oneOf(CHECKOUT_STATUSES),
  since: date,
});
