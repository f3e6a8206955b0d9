import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { AddCreditsDocument } from '../../graphql/graphql.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { StatusBanner } from '../../wallet/status-banner.tsx';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { AmountStep } from './amount-step.tsx';
import type { AmountStepProps } from './amount-step.tsx';
import { PayStep } from './pay-step.tsx';
import { useWayBack } from './use-way-back.ts';
import { topUpWords } from './words/words.ts';

/** Buying credits, in a dialog with an address of its own: choose, pay, see it arrive. A reload finds the same step. */
export function AddCredits() {
  const { add } = useWords(topUpWords);
  const { app, actions } = useWords(sharedWords);
  const { id } = useParams();
  const { leave } = useWayBack();
  const [busy, setBusy] = useState(false);
  useTitle(app.title(add.title));
  return (
    <ModalDialog tall busy={busy} title={add.title} closeLabel={actions.close} onClose={leave}>
      {id === undefined ? <Start onBusy={setBusy} /> : <PayStep key={id} id={id} />}
    </ModalDialog>
  );
}

function Start({ onBusy }: Pick<AmountStepProps, 'onBusy'>) {
  const { add } = useWords(topUpWords);
  const { data, previousData, loading, error, refetch } = useQuery(AddCreditsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  // What somebody is filling in stays, also when bringing it up to date fails.
  const shown = data ?? previousData;
  if (error && shown === undefined) {
    return (
      <ProblemBanner
        title={add.failed}
        error={error}
        onRetry={() => void refetch().catch(() => undefined)}
        retrying={loading}
      />
    );
  }
  if (shown === undefined) {
    return (
      <div role="status" aria-label={add.loading}>
        <Skeleton width="100%" height="24rem" />
      </div>
    );
  }
  const { wallet } = shown.viewer;
  if (wallet === null) return <p>{add.noWallet}</p>;
  if (wallet.status !== 'ACTIVE') return <StatusBanner wallet={wallet} />;
  return <AmountStep wallet={wallet} tiers={shown.tiers} policy={shown.walletPolicy} onBusy={onBusy} />;
}

/** The page behind keeps its own title for when the dialog closes. */
function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
