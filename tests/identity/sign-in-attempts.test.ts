import { knownDevice, newDeviceKey, newDeviceToken } from '../../api/identity/known-device.ts';
import { networkOf } from '../../api/identity/network-of.ts';
import { SignInAttempts, type Attempt } from '../../api/identity/sign-in-attempts.ts';
import { TestClock } from '../support/clock.ts';

let clock: TestClock;
let attempts: SignInAttempts;

beforeEach(() => {
  clock = new TestClock('2026-03-10T09:30:00+05:30');
  attempts = new SignInAttempts({ attempts: 3, windowSeconds: 900 }, clock.now);
});

const of = (address: string, more: Partial<Attempt> = {}): Attempt => ({
  door: 'asha@example.com',
  network: networkOf(address),
  device: null,
  ...more,
});
const begin = (address: string, more?: Partial<Attempt>) => attempts.begin(of(address, more));
const times = (count: number, act: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => act(index));

test('some failures are free; then the wait grows with each, up to the window', () => {
  expect(times(3, () => begin('203.0.113.1'))).toEqual([null, null, null]);
  const waits = times(8, () => {
    const seconds = begin('203.0.113.1') ?? 0;
    clock.advance({ ms: seconds * 1_000 });
    expect(begin('203.0.113.1')).toBeNull();
    return seconds;
  });
  expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900]);
});

test('failures are forgotten once nobody has failed for a window', () => {
  times(3, () => begin('203.0.113.1'));
  clock.advance({ ms: 916_000 });
  expect(times(3, () => begin('203.0.113.1'))).toEqual([null, null, null]);
});

test('the right password leaves nothing counted', () => {
  for (let round = 0; round < 20; round += 1) {
    times(2, () => begin('203.0.113.1'));
    attempts.succeeded(of('203.0.113.1'));
  }
  expect(begin('203.0.113.1')).toBeNull();
});

test('who fails in one network keeps nobody out in another', () => {
  times(9, () => begin('203.0.113.1'));
  expect(begin('203.0.113.1')).not.toBeNull();
  expect(begin('198.51.100.7')).toBeNull();
});

test('the addresses of one IPv6 network are one network', () => {
  const waits = times(5, (host) => begin(`2001:db8:1:2::${host}`));
  expect(waits).toEqual([null, null, null, 15, 15]);
  expect(begin('2001:db8:1:3::1')).toBeNull();
});

test('an account that many networks try to enter gives each one guess, which is all that its owner needs', () => {
  times(30, (host) => begin(`203.0.113.${host}`));
  expect(begin('198.51.100.7')).toBeNull();
  expect(begin('198.51.100.7')).toBe(15);
  expect(begin('198.51.100.8')).toBeNull();
  attempts.succeeded(of('198.51.100.8'));
  expect(begin('198.51.100.8')).toBeNull();
});

test('a network from which many accounts are tried has to wait, but not a device that the account knows', () => {
  times(30, (index) => begin('203.0.113.1', { door: `customer-${index}@example.com` }));
  expect(begin('203.0.113.1')).toBe(15);
  expect(begin('203.0.113.1', { device: 'laptop' })).toBeNull();
});

test('a known device has failures of its own, and only those', () => {
  times(9, () => begin('203.0.113.1'));
  expect(times(4, () => begin('203.0.113.1', { device: 'laptop' }))).toEqual([null, null, null, 15]);
  expect(begin('203.0.113.1', { device: 'phone' })).toBeNull();
});

test('a device proves itself to the account that knows it, and to no other', () => {
  const [own, other] = [newDeviceKey(), newDeviceKey()];
  const { deviceId, text } = newDeviceToken(own);
  expect(knownDevice(text, own)).toBe(deviceId);
  const foreign = [knownDevice(text, other), knownDevice(text, null), knownDevice(undefined, own)];
  const [id] = text.split('.');
  const forged = [knownDevice(`${id}.${'b'.repeat(43)}`, own), knownDevice('', own)];
  expect([...foreign, ...forged]).toEqual([null, null, null, null, null]);
});
