import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';

type Limiter = Pick<RateLimiterMemory, 'consume'>;

/** Counts with a limiter. Answers for how many seconds to wait, at least one; null to go on. */
export async function waitFor(limiter: Limiter, key: string, points = 1): Promise<number | null> {
  try {
    await limiter.consume(key, points);
    return null;
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    return secondsUntil(rejection);
  }
}

export function secondsUntil({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000));
}
