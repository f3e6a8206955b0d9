import { Columns } from '../../ui/columns.tsx';
import { ReferralCard } from '../../wallet/invitation/invitation-card.tsx';
import { TierCard } from '../../wallet/tier/tier-card.tsx';
import { Attention } from './attention.tsx';
import { BalanceCard } from './balance-card/balance-card.tsx';
import { BenefitsLink } from './benefits-link.tsx';
import { FirstSteps } from './first-steps.tsx';
import { FriendsCode } from './friends-code.tsx';
import { GiftWaiting } from './gift-waiting.tsx';
import { PendingTopUps } from './pending-top-ups.tsx';
import { Starters } from './starters.tsx';
import type { WalletState } from './wallet-state.ts';

/** Nothing has happened in the wallet yet: how it begins, and what is free. */
export function FirstDay({ data, wallet, updatedAt }: WalletState) {
  return (
    <Columns
      side={
        <>
          <TierCard wallet={wallet} tiers={data.tiers} action={<BenefitsLink />} />
          <ReferralCard wallet={wallet} policy={data.walletPolicy} />
        </>
      }
    >
      <BalanceCard wallet={wallet} updatedAt={updatedAt} />
      <Attention>
        <GiftWaiting />
        <FriendsCode />
        <PendingTopUps wallet={wallet} />
      </Attention>
      <Starters wallet={wallet} policy={data.walletPolicy} />
      <FirstSteps policy={data.walletPolicy} shop={data.shop.name} />
    </Columns>
  );
}
