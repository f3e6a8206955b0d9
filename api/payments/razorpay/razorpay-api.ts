import { PaymentUnavailable } from '../payment-provider.ts';
import { objectOf, type Json } from './answers.ts';

export interface RazorpayAccess {
  /** Such as `https://api.razorpay.com`. */
  readonly url: string;
  readonly keyId: string;
  readonly keySecret: string;
  /** How long one attempt may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Waits before another attempt, for so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}

/** Razorpay refused a call for what was in it: asking again would be refused again. */
export class RazorpayRefusal extends PaymentUnavailable {
  readonly status: number;

  constructor(status: number) {
    super(`Razorpay refused the call with status ${status}.`, { why: 'refused' });
    this.name = 'RazorpayRefusal';
    this.status = status;
  }
}

type Request = Pick<RequestInit, 'method' | 'body'> & { readonly headers?: Readonly<Record<string, string>> };

const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 200;
const LARGEST_ANSWER = 1_048_576;

/** Razorpay's HTTP interface with its time-outs and retries. Throws `PaymentUnavailable`, never anything else. */
export class RazorpayApi {
  readonly #access: RazorpayAccess;
  readonly #authorization: string;

  constructor(access: RazorpayAccess) {
    this.#access = access;
    const credentials = Buffer.from(`${access.keyId}:${access.keySecret}`).toString('base64');
    this.#authorization = `Basic ${credentials}`;
  }

  get(path: string): Promise<Json> {
    return this.#call(path, { method: 'GET' });
  }

  /** Repeated like a look-up, so only for what may exist twice: what the first attempt made is never shown to anybody. */
  post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Json> {
    return this.#call(path, { method: 'POST', body: JSON.stringify(body), headers });
  }

  async #call(path: string, request: Request): Promise<Json> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(path, request);
      } catch (error) {
        if (error instanceof RazorpayRefusal) throw error;
        if (attempt >= ATTEMPTS) {
          const why = isTimeout(error) ? 'timeout' : 'unreachable';
          throw new PaymentUnavailable('Razorpay does not answer.', { cause: error, why });
        }
        await this.#access.pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
      }
    }
  }

  async #attempt(path: string, request: Request): Promise<Json> {
    const { url, timeoutMs } = this.#access;
    const response = await fetch(`${url}/v1/${path}`, {
      ...request,
      headers: { ...request.headers, authorization: this.#authorization, 'content-type': 'application/json' },
      // Nothing of theirs may send our credentials anywhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    const isTheirFault = response.status === 429 || response.status >= 500;
    if (!response.ok && !isTheirFault) throw new RazorpayRefusal(response.status);
    const answer = text.length <= LARGEST_ANSWER ? objectOf(JSON.parse(text)) : null;
    if (!response.ok || !answer) throw new Error(`Razorpay answered with status ${response.status}.`);
    return answer;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}
