import type { TierLevel } from '../../graphql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import type { BadgeTone } from '../../ui/badge.tsx';

const tones: Record<TierLevel, BadgeTone> = {
  BRONZE: 'bronze',
  SILVER: 'silver',
  GOLD: 'gold',
  PLATINUM: 'platinum',
};

export function TierBadge({ level, name }: { level: TierLevel; name: string }) {
  return (
    <Badge icon="tier" tone={tones[level]}>
      {name}
    </Badge>
  );
}
