import { momentsOf } from './asks.ts';
import type { ModelWallet } from './model-wallet.ts';
import type { Random } from './random.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const TO_MIDNIGHT_IN_INDIA = 18.5 * 60 * MINUTE;

/** Minutes mostly, days now and then, sometimes to where something happens to the wallet, and rarely back. */
export function nextMoment(wallet: ModelWallet, now: number, random: Random): number {
  const kind = random.share({ MINUTES: 40, DAYS: 30, MOMENT: 18, MIDNIGHT: 7, BACK: 5 });
  switch (kind) {
    case 'MINUTES':
      return now + random.below(180) * MINUTE;
    case 'DAYS':
      return now + random.below(14) * DAY;
    case 'MOMENT': {
      const [moment = now] = momentsOf(wallet, now);
      return Math.max(now, moment + random.below(3) - 1);
    }
    case 'MIDNIGHT':
      return now - (now % DAY) + DAY + TO_MIDNIGHT_IN_INDIA;
    case 'BACK':
      return now - random.below(2_880) * MINUTE;
  }
}
