import { Suspense } from 'react';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useWaitingGift } from '../../wallet/gift/waiting-gift.ts';

const GiftStrip = lazyPart(() =>
  import('../../wallet/gift/gift-strip.tsx').then((module) => module.GiftStrip),
);

/** The way back to a gift that somebody has looked at and not claimed yet. */
export function GiftWaiting() {
  const gift = useWaitingGift();
  if (gift === null) return null;
  return (
    <Suspense>
      <GiftStrip gift={gift} />
    </Suspense>
  );
}
