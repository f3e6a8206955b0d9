import type { StaffReward_RewardFragment } from '../../../graphql/graphql.ts';
import type { IconName } from '../../../ui/icon-shapes.tsx';
import type { StateTone } from '../../parts/state.tsx';
import type { Standing } from './words.ts';

export const standingLooks: Record<Standing, { icon: IconName; tone: StateTone }> = {
  ACTIVE: { icon: 'ok', tone: 'ok' },
  PAUSED: { icon: 'ban', tone: 'warn' },
  SCHEDULED: { icon: 'calendar', tone: 'brand' },
  ENDED: { icon: 'hourglass', tone: 'neutral' },
  USED_UP: { icon: 'check', tone: 'neutral' },
};

/** How a reward stands now; what keeps it from being claimed for good comes first. */
export function standingOf(
  { status, validFrom, validUntil, usesLeft }: StaffReward_RewardFragment,
  now: number,
): Standing {
  if (validUntil !== null && Date.parse(validUntil) <= now) return 'ENDED';
  if (usesLeft === 0) return 'USED_UP';
  if (status === 'INACTIVE') return 'PAUSED';
  return Date.parse(validFrom) > now ? 'SCHEDULED' : 'ACTIVE';
}

export function rewardPath(id: string): string {
  return `/admin/rewards/${encodeURIComponent(id)}`;
}
