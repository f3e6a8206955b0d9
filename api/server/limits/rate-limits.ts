import { BurstyRateLimiter, RateLimiterMemory } from 'rate-limiter-flexible';
import { networkOf } from '../../identity/network-of.ts';
import { secondsUntil, waitFor } from '../../identity/retry-after.ts';
import type { Forgeries } from '../../payments/webhook-route.ts';
import type { Config } from '../config.ts';

type Limiter = Pick<RateLimiterMemory, 'consume'>;

const MINUTE = 60;
/** Within this time a wallet may use up its burst once. */
const BURST_SECONDS = 600;
/** The shop's own services speak for many customers. */
const SERVICE_FACTOR = 100;

/** How often one may call. Every answer is the number of seconds to wait, or null to go on. */
export class RateLimits {
  readonly #isOn: boolean;
  readonly #services: ReadonlySet<string>;
  readonly #subject: ByCaller;
  readonly #wallet: ByCaller;
  readonly #address: RateLimiterMemory;
  readonly #anonymous: Limiter;
  readonly #forged: RateLimiterMemory;
  readonly #session: Limiter;
  readonly #vitals: RateLimiterMemory;

  constructor(settings: Config['rateLimits']) {
    this.#isOn = settings.isOn;
    this.#services = new Set(settings.serviceAccounts);
    this.#subject = byCaller((factor) => perMinute(settings.perSubject * factor));
    this.#wallet = byCaller(
      (factor) =>
        new BurstyRateLimiter(
          perMinute(settings.perWallet * factor),
          new RateLimiterMemory({ points: settings.perWalletBurst * factor, duration: BURST_SECONDS }),
        ),
    );
    this.#address = perMinute(settings.perAddress);
    this.#anonymous = perMinute(settings.perAnonymousAddress);
    this.#forged = perMinute(settings.forgedPerAddress);
    this.#session = perMinute(settings.perSessionRefresh);
    this.#vitals = perMinute(settings.vitalsPerAddress);
  }

  /** Counts a request before its body is read. A service is known by its token and not held to one address. */
  async request(address: string, subject: string | null): Promise<number | null> {
    if (!this.#isOn || (subject !== null && this.#services.has(subject))) return null;
    const key = networkOf(address);
    const anonymous = subject === null ? await waitFor(this.#anonymous, key) : null;
    return anonymous ?? waitFor(this.#address, key);
  }

  /** Counts the root fields of an operation: an alias is a call like any other. */
  async operation(subject: string, rootFields: number): Promise<number | null> {
    if (!this.#isOn || rootFields === 0) return null;
    return waitFor(this.#subject[this.#kindOf(subject)], subject, rootFields);
  }

  /** Counts a change of a wallet, whoever makes it. To be asked only for those who may make it. */
  async walletChange(subject: string, walletId: string): Promise<number | null> {
    if (!this.#isOn) return null;
    return waitFor(this.#wallet[this.#kindOf(subject)], walletId);
  }

  /** Notifications of payments that nobody signed. The provider's own are never counted, however many there are. */
  get forgeries(): Forgeries {
    const forged = this.#forged;
    return {
      wait: async (address) => {
        const counted = this.#isOn ? await forged.get(networkOf(address)) : null;
        return counted && counted.consumedPoints >= forged.points ? secondsUntil(counted) : null;
      },
      count: async (address) => void (await forged.penalty(networkOf(address))),
    };
  }

  /** Counts a look at a cookie, which may be made up. */
  async lookUp(address: string): Promise<number | null> {
    return this.#isOn ? waitFor(this.#address, networkOf(address)) : null;
  }

  /** Counts a use of a session, wherever it comes from: the cookie was real, so the look at it counts no more. */
  async ofSession(address: string, sessionId: string): Promise<number | null> {
    if (!this.#isOn) return null;
    await this.#address.reward(networkOf(address));
    return waitFor(this.#session, sessionId);
  }

  /** Counts a use of no session. */
  async ofNobody(address: string): Promise<number | null> {
    return this.#isOn ? waitFor(this.#anonymous, networkOf(address)) : null;
  }

  /** Counts a report of a browser. It takes nothing from what its address may ask for. */
  async vitals(address: string): Promise<number | null> {
    return this.#isOn ? waitFor(this.#vitals, networkOf(address)) : null;
  }

  #kindOf(subject: string): keyof ByCaller {
    return this.#services.has(subject) ? 'service' : 'person';
  }
}

interface ByCaller {
  readonly person: Limiter;
  readonly service: Limiter;
}

function byCaller(make: (factor: number) => Limiter): ByCaller {
  return { person: make(1), service: make(SERVICE_FACTOR) };
}

function perMinute(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: MINUTE });
}
