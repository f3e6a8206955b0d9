import { entryIdOf, expiryEntryId, nameWithin, walletIdOf } from '../../api/domain/wallet/entry-id.ts';

it('begins with the wallet, which can be read back from it', () => {
  expect(entryIdOf('asha', 'a1b2')).toBe('asha:a1b2');
  expect(walletIdOf('asha:a1b2')).toBe('asha');
  expect(walletIdOf(expiryEntryId('asha', '7.2'))).toBe('asha');
});

it('is the same for the expiry of a lot whoever books it, and another for each lot and wallet', () => {
  expect(expiryEntryId('asha', '7.2')).toBe(expiryEntryId('asha', '7.2'));
  const ids = [expiryEntryId('asha', '7'), expiryEntryId('asha', '7.2'), expiryEntryId('kiran', '7')];
  expect(new Set(ids).size).toBe(3);
});

it('names no wallet when there is none in it', () => {
  expect(walletIdOf('a1b2')).toBe('');
});

it.each(['asha', 'auth0|4711', 'asha@example.in', 'urn:shop:asha', ':'])(
  'tells the wallet from the rest also where a customer id is %s',
  (customerId) => {
    const id = entryIdOf(customerId, 'expiry:7:2');
    expect(walletIdOf(id)).toBe(customerId);
    expect(nameWithin(id)).toBe('expiry:7:2');
  },
);

it('is another for each wallet, whatever their ids hold', () => {
  expect(entryIdOf('a:b', 'c')).not.toBe(entryIdOf('a', 'b:c'));
});
