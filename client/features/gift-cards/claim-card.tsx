import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { CodeForm } from '../../wallet/code-form.tsx';
import { entryPath } from '../../wallet/entry/transaction-title.ts';
import { useWords } from '../../words/use-words.ts';
import { useClaimGiftCard, type Claimed } from './use-claim-gift-card.ts';
import { giftCardsWords } from './words/words.ts';

/** Moves what is on a gift card into the wallet. */
export function ClaimCard() {
  const { claim } = useWords(giftCardsWords);
  const [claimed, setClaimed] = useState<Claimed | null>(null);
  return (
    <Card title={claim.title}>
      {claimed && <Thanks claimed={claimed} />}
      <Form onDone={setClaimed} />
    </Card>
  );
}

function Thanks({ claimed: { id, amount, expiresAt } }: { claimed: Claimed }) {
  const { claim } = useWords(giftCardsWords);
  return (
    <Banner tone="info" icon="ok">
      <p>
        {claim.added(formatMoney(amount))}{' '}
        {typeof expiresAt === 'string' && claim.lasts(formatDate(expiresAt))}{' '}
        <Link to={entryPath(id)}>{claim.seeEntry}</Link>
      </p>
    </Banner>
  );
}

function Form({ onDone }: { onDone: (claimed: Claimed) => void }) {
  const { claim: words } = useWords(giftCardsWords);
  const announce = useAnnounce();
  const [params] = useSearchParams();
  const { claim, ...intent } = useClaimGiftCard();
  const use = async (code: string): Promise<boolean> => {
    const claimed = await claim(code);
    if (claimed === null) return false;
    announce.politely(words.added(formatMoney(claimed.amount)));
    onDone(claimed);
    return true;
  };
  return <CodeForm words={words} initial={params.get('code')} intent={intent} onCode={use} />;
}
