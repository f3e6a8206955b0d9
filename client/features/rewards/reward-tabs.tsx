import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { formatDate } from '../../format/date.ts';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { RewardCard_RewardFragmentDoc, RewardLists_WalletFragmentDoc } from '../../graphql/graphql.ts';
import type { RewardCard_RewardFragment, RewardLists_WalletFragment } from '../../graphql/graphql.ts';
import { buttonClass } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { useClock } from '../../ui/clock.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useDialog } from '../../wallet/use-dialog.ts';
import { entryPath } from '../../wallet/entry/transaction-title.ts';
import { useWords } from '../../words/use-words.ts';
import { AvailableCard } from './available-card.tsx';
import type { Offer, OwnTier } from './available-card.tsx';
import { ClaimDialog } from './claim-dialog.tsx';
import type { ClaimableReward } from './claim-dialog.tsx';
import { RewardCard } from './reward-card.tsx';
import { endedOf, sortRewards } from './sort-rewards.ts';
import { rewardsWords } from './words/words.ts';
import styles from './rewards.module.css';

const tabs = ['available', 'claimed', 'ended'] as const;

export interface RewardTabsProps {
  wallet: FragmentType<typeof RewardLists_WalletFragmentDoc>;
  /** The newest rewards of the shop, also those whose time is over. */
  newest: readonly FragmentType<typeof RewardCard_RewardFragmentDoc>[];
}

/** Three lists of rewards; which one is open is part of the address. */
export function RewardTabs(props: RewardTabsProps) {
  const wallet = readFragment(RewardLists_WalletFragmentDoc, props.wallet);
  const { rewards } = useWords(rewardsWords);
  const now = useClock();
  const [params, setParams] = useSearchParams();
  const [claiming, setClaiming] = useState<ClaimableReward | null>(null);
  const sorted = sortRewards(wallet.availableRewards);
  const past = endedOf(
    readFragment(RewardCard_RewardFragmentDoc, props.newest),
    new Set(wallet.claims.map(({ reward }) => readFragment(RewardCard_RewardFragmentDoc, reward).id)),
    now(),
  );
  const claimable = (id: string | null): ClaimableReward | undefined =>
    sorted.open
      .filter(({ canClaim }) => canClaim)
      .map(({ reward }) => readFragment(RewardCard_RewardFragmentDoc, reward))
      .find((reward) => reward.id === id);
  const dialog = useDialog('claim', (id) => claiming?.id === id || claimable(id) !== undefined);
  const asked = claimable(dialog.subject);
  // Once it is claimed it leaves the list; the dialog goes on about it until it is closed.
  if (asked !== undefined && asked.id !== claiming?.id) setClaiming(asked);
  const open = tabs.find((tab) => tab === params.get('show')) ?? 'available';
  const show = (tab: string): void => setParams(tab === 'available' ? {} : { show: tab }, { replace: true });
  return (
    <>
      <Tabs
        selectedKey={open}
        onSelectionChange={(key) => show(String(key))}
        className={classes(styles['tabs'])}
      >
        <TabList aria-label={rewards.lists} className={classes(styles['tablist'])}>
          {tabs.map((tab) => (
            <Tab key={tab} id={tab} className={classes(styles['tab'])}>
              {rewards.tabs[tab]}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="available">
          <Available offers={sorted.open} tier={wallet.tier.tier} onClaim={({ id }) => dialog.open(id)} />
        </TabPanel>
        <TabPanel id="claimed">
          <Claimed claims={wallet.claims} />
        </TabPanel>
        <TabPanel id="ended">
          <Ended offers={sorted.gone} past={past} />
        </TabPanel>
      </Tabs>
      {claiming !== null && dialog.subject === claiming.id && (
        <ClaimDialog
          reward={claiming}
          onClose={dialog.close}
          // The list with the claimed one takes the dialog's place.
          onClaimed={() => show('claimed')}
          onBusy={dialog.hold}
        />
      )}
    </>
  );
}

interface AvailableProps {
  offers: Offer[];
  tier: OwnTier;
  onClaim: (reward: ClaimableReward) => void;
}

function Available({ offers, tier, onClaim }: AvailableProps) {
  const { rewards } = useWords(rewardsWords);
  if (offers.length === 0) return <EmptyState art="nothingYet" text={rewards.noneAvailable} />;
  return (
    <ul className={styles['grid']}>
      {offers.map((offer) => (
        <AvailableCard key={offer.reward.id} offer={offer} tier={tier} onClaim={onClaim} />
      ))}
    </ul>
  );
}

function Claimed({ claims }: { claims: RewardLists_WalletFragment['claims'] }) {
  const { rewards } = useWords(rewardsWords);
  if (claims.length === 0) return <EmptyState art="nothingYet" text={rewards.noneClaimed} />;
  return (
    <ul className={styles['grid']}>
      {claims.map(({ id, claimedAt, transaction, reward }) => (
        <RewardCard
          key={id}
          reward={readFragment(RewardCard_RewardFragmentDoc, reward)}
          badge={{ icon: 'ok', tone: 'ok', text: rewards.claimedBadge }}
          text={rewards.credited(
            formatDate(claimedAt),
            transaction.expiresAt === null ? null : formatDate(transaction.expiresAt),
          )}
        >
          <Link className={classes(buttonClass('secondary'), styles['wide'])} to={entryPath(transaction.id)}>
            {rewards.seeEntry}
          </Link>
        </RewardCard>
      ))}
    </ul>
  );
}

function Ended({ offers, past }: { offers: Offer[]; past: RewardCard_RewardFragment[] }) {
  const { rewards } = useWords(rewardsWords);
  if (offers.length + past.length === 0) return <EmptyState art="nothingYet" text={rewards.noneEnded} />;
  return (
    <ul className={styles['grid']}>
      {offers.map(({ reward }) => (
        <RewardCard
          key={reward.id}
          off
          reward={readFragment(RewardCard_RewardFragmentDoc, reward)}
          badge={{ icon: 'ban', tone: 'neutral', text: rewards.gone }}
        />
      ))}
      {past.map((reward) => (
        <RewardCard
          key={reward.id}
          off
          reward={reward}
          badge={{ icon: 'hourglass', tone: 'neutral', text: rewards.tabs.ended }}
        />
      ))}
    </ul>
  );
}
