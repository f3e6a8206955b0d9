import type { RawNotification } from '../payment-provider.ts';

const ATTEMPTS = 3;
const TIMEOUT_MS = 5_000;

/** Sends a notification over HTTP like a provider does: again when it is not acknowledged. Throws when it never is. */
export async function postNotification(url: string, { body, headers }: RawNotification): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...(headers as Record<string, string>), 'content-type': 'application/json' },
        body: new Uint8Array(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.ok) return;
      throw new Error(`The notification was answered with status ${response.status}.`);
    } catch (error) {
      if (attempt >= ATTEMPTS) throw error;
    }
  }
}
