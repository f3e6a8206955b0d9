import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useWords } from '../words/use-words.ts';
import { CreateWallet } from './create-wallet.tsx';
import { walletWords } from './words/words.ts';

/** For a customer whom the shop knows and who has no wallet yet. */
export function WalletMissing() {
  const { wallet } = useWords(walletWords);
  return (
    <CreateWallet kind="primary">
      {(button) => (
        <Card title={wallet.missingTitle}>
          <EmptyState art="nothingYet" text={wallet.missing} action={button} />
        </Card>
      )}
    </CreateWallet>
  );
}
