import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useSearchParams } from 'react-router';
import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CodeForm } from '../../wallet/code-form.tsx';
import { entryPath } from '../../wallet/entry/transaction-title.ts';
import { useWords } from '../../words/use-words.ts';
import { LookAtCard } from './look-at-card.tsx';
import { useClaimGiftCard, type Claimed } from './use-claim-gift-card.ts';
import styles from './gift-cards.module.css';
import { giftCardsWords } from './words/words.ts';

/** Moves what is on a gift card into the wallet. */
export function ClaimCard() {
  const { claim } = useWords(giftCardsWords);
  const [claimed, setClaimed] = useState<Claimed | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const another = (): void => {
    flushSync(() => setClaimed(null));
    form.current?.querySelector('input')?.focus();
  };
  return (
    <Card title={claim.title}>
      <div className={styles['swap']}>
        <div ref={form} className={claimed ? styles['gone'] : undefined}>
          <Form onDone={setClaimed} />
        </div>
        {claimed && <Thanks claimed={claimed} onAnother={another} />}
      </div>
    </Card>
  );
}

interface ThanksProps {
  claimed: Claimed;
  onAnother: () => void;
}

function Thanks({ claimed: { id, amount, expiresAt }, onAnother }: ThanksProps) {
  const { claim } = useWords(giftCardsWords);
  const told = useRef<HTMLDivElement>(null);
  // The field that had the focus is out of sight.
  useEffect(() => told.current?.focus(), []);
  return (
    <div ref={told} tabIndex={-1} className={styles['done']}>
      <Banner tone="info" icon="ok">
        <p>
          {claim.added(formatMoney(amount))}{' '}
          {typeof expiresAt === 'string' && claim.lasts(formatDate(expiresAt))}{' '}
          <Link to={entryPath(id)}>{claim.seeEntry}</Link>
        </p>
      </Banner>
      <Button onClick={onAnother}>{claim.another}</Button>
    </div>
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
  return (
    <CodeForm
      kind="primary"
      sample="XXXX-XXXX-XXXX-XXXX-X"
      words={words}
      initial={params.get('code')}
      intent={intent}
      onCode={use}
      beside={(entered) => <LookAtCard {...entered} />}
    />
  );
}
