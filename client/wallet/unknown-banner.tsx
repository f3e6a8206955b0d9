import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words/use-words.ts';
import { walletWords } from './words/words.ts';

export interface UnknownBannerProps {
  /** What is not known yet. */
  title: string;
  asking: boolean;
  onAsk: () => void;
}

/** For a wish whose answer got lost: it may have been done or not, and the app asks until the shop says which. */
export function UnknownBanner({ title, asking, onAsk }: UnknownBannerProps) {
  const { unknown } = useWords(walletWords);
  return (
    <Banner tone="warn" icon="hourglass" urgent>
      <p>
        <b>{title}</b> {unknown.text}
      </p>
      <Button small icon="refresh" busy={asking} onClick={onAsk}>
        {unknown.ask}
      </Button>
    </Banner>
  );
}
