import type { TierLevel } from '../../graphql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import type { BadgeTone } from '../../ui/badge.tsx';
import { useWords } from '../../words/use-words.ts';
import { walletWords } from '../words/words.ts';

const tones: Record<TierLevel, BadgeTone> = {
  BRONZE: 'bronze',
  SILVER: 'silver',
  GOLD: 'gold',
  PLATINUM: 'platinum',
};

export function TierBadge(tier: { level: TierLevel; name: string }) {
  const { tier: words } = useWords(walletWords);
  return (
    <Badge icon="tier" tone={tones[tier.level]}>
      {words.name(tier)}
    </Badge>
  );
}
