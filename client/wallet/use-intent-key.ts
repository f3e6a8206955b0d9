import { useCallback, useState } from 'react';

/**
 * The idempotency key of what the person is about to do. Every retry of the same intent sends the same key, so that it
 * happens once; `renew` is for the next intent, after this one has a final outcome.
 */
export function useIntentKey(): { key: string; renew: () => void } {
  const [key, setKey] = useState(newKey);
  const renew = useCallback(() => setKey(newKey()), []);
  return { key, renew };
}

/** 32 hexadecimal digits. `crypto.randomUUID` would do, but not on a plain-HTTP address in the local network. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
