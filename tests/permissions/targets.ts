import type { TestApi } from '../support/api.ts';
import type { Target } from './matrix.ts';

/** A customer with one of everything that a call of the matrix may name. Needs an API that takes payments. */
export async function makeTarget(api: TestApi, customerId: string): Promise<Omit<Target, 'key'>> {
  await api.openWallet(customerId);
  const credit = await api.grant(customerId, '500');
  const debit = await api.spend(customerId, '50');
  const [creditId, debitId] = [credit.transaction.id, debit.transaction.id];
  const topUpId = await startTopUp(api, customerId);
  const holdId = await placeHold(api, customerId);
  const checkoutId = await startCheckout(api, customerId);
  const purchaseId = await buyGiftCard(api, customerId);
  const reference = await referenceOf(api, customerId, debitId);
  const made = { customerId, creditId, debitId, topUpId, holdId, checkoutId, purchaseId, reference };
  return { ...made, rewardId: await api.makeReward() };
}

async function referenceOf(api: TestApi, customerId: string, id: string): Promise<string> {
  const { transaction } = await api
    .customer(customerId)
    .read<{ transaction: { reference: string } }>(`{ transaction(id: "${id}") { reference } }`);
  return transaction.reference;
}

async function placeHold(api: TestApi, customerId: string): Promise<string> {
  const input = { amount: { amount: '100' }, orderId: 'held' };
  const payload = await api.customer(customerId).act('placeHold', input, 'transaction { hold { id } }');
  return (payload as unknown as { transaction: { hold: { id: string } } }).transaction.hold.id;
}

async function startTopUp(api: TestApi, customerId: string): Promise<string> {
  const input = { amount: { amount: '100' }, method: 'UPI' };
  const payload = await api.customer(customerId).act('startTopUp', input, 'topUp { id }');
  return (payload as unknown as { topUp: { id: string } }).topUp.id;
}

async function buyGiftCard(api: TestApi, customerId: string): Promise<string> {
  const input = { amount: { amount: '100' }, method: 'UPI' };
  const payload = await api.customer(customerId).act('buyGiftCard', input, 'purchase { id }');
  return (payload as unknown as { purchase: { id: string } }).purchase.id;
}

async function startCheckout(api: TestApi, customerId: string): Promise<string> {
  const input = { orderId: 'checked-out', total: { amount: '20' }, credits: 'NONE' };
  const payload = await api.customer(customerId).act('startCheckout', input, 'checkout { id }');
  return (payload as unknown as { checkout: { id: string } }).checkout.id;
}
