import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a device is given that an account has been signed in on, and proves it by later: an id and a proof of it. */
export interface DeviceToken {
  readonly deviceId: string;
  readonly text: string;
}

const FORMAT = /^([\w-]{22})\.([\w-]{43})$/;

export function newDeviceKey(): string {
  return randomBytes(32).toString('base64url');
}

export function newDeviceToken(deviceKey: string): DeviceToken {
  const deviceId = randomBytes(16).toString('base64url');
  return { deviceId, text: `${deviceId}.${proofOf(deviceId, deviceKey).toString('base64url')}` };
}

/** The id of a device that this account knows; null for any other. */
export function knownDevice(text: string | undefined, deviceKey: string | null): string | null {
  const [, deviceId, proof] = FORMAT.exec(text ?? '') ?? [];
  if (deviceKey === null || deviceId === undefined || proof === undefined) return null;
  return timingSafeEqual(Buffer.from(proof, 'base64url'), proofOf(deviceId, deviceKey)) ? deviceId : null;
}

/** Which of a browser's cookies is the one for this account. It does not say whose account it is. */
export function deviceCookieOf(accountId: string): string {
  return `early_bird_device_${createHash('sha256').update(accountId).digest('hex').slice(0, 12)}`;
}

function proofOf(deviceId: string, deviceKey: string): Buffer {
  return createHmac('sha256', deviceKey).update(deviceId).digest();
}
