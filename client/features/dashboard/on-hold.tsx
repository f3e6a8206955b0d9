import { Columns } from '../../ui/columns.tsx';
import { TalkToShop } from '../../wallet/shop/talk-to-shop.tsx';
import { StatusBanner } from '../../wallet/status-banner.tsx';
import { TierCard } from '../../wallet/tier/tier-card.tsx';
import { Attention } from './attention.tsx';
import { BalanceCard } from './balance-card/balance-card.tsx';
import { BenefitsLink } from './benefits-link.tsx';
import { ExpiringBanner } from './expiring-banner.tsx';
import { GiftWaiting } from './gift-waiting.tsx';
import { PendingTopUps } from './pending-top-ups.tsx';
import { RecentActivity } from './recent-activity.tsx';
import { WhileOnHold } from './while-on-hold.tsx';
import type { WalletState } from './wallet-state.ts';

/** The shop has stopped the wallet: what that means, and the way to the people who can open it. */
export function OnHold({ data, wallet, updatedAt }: WalletState) {
  const { status, balance, transactions } = wallet;
  return (
    <Columns
      side={
        <>
          <TierCard wallet={wallet} tiers={data.tiers} action={<BenefitsLink />} />
          {status !== 'ACTIVE' && <WhileOnHold status={status} balance={balance} />}
        </>
      }
    >
      <BalanceCard wallet={wallet} updatedAt={updatedAt} />
      <Attention>
        <StatusBanner wallet={wallet} />
        <TalkToShop shop={data.shop} entry={transactions.nodes[0] ?? null} />
        <GiftWaiting />
        <PendingTopUps wallet={wallet} />
        <ExpiringBanner wallet={wallet} />
      </Attention>
      {wallet.transactionCount > 0 && <RecentActivity wallet={wallet} />}
    </Columns>
  );
}
