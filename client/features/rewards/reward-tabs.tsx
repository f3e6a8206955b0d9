import { useEffect, useRef, useState } from 'react';
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
import { Icon } from '../../ui/icon.tsx';
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
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const sorted = sortRewards(wallet.availableRewards, asked);
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
  const opened = claimable(dialog.subject);
  // Once it is claimed it can't be any more; the dialog goes on about it until it is closed.
  if (opened !== undefined && opened.id !== claiming?.id) {
    setClaiming(opened);
    setAsked(new Set([...asked, opened.id]));
  }
  const open = tabs.find((tab) => tab === params.get('show')) ?? 'available';
  // What was pressed is gone when it is claimed: the way to its entry stands there now, as long as nobody has looked elsewhere.
  const [focused, setFocused] = useState<string>();
  const show = (tab: string): void => {
    setFocused(undefined);
    setParams(tab === 'available' ? {} : { show: tab }, { replace: true });
  };
  // With nothing left to ask about the dialog leaves its place by itself, and nothing opens it again.
  const claimed = (): void => {
    setFocused(claiming?.id);
    setClaiming(null);
    dialog.hold(false);
  };
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
          <Available
            offers={sorted.open}
            claims={wallet.claims}
            tier={wallet.tier.tier}
            focused={focused}
            onClaim={({ id }) => dialog.open(id)}
          />
        </TabPanel>
        <TabPanel id="claimed">
          <Claimed claims={wallet.claims} />
        </TabPanel>
        <TabPanel id="ended">
          <Ended offers={sorted.gone} past={past} />
        </TabPanel>
      </Tabs>
      {claiming !== null && dialog.subject === claiming.id && (
        <ClaimDialog reward={claiming} onClose={dialog.close} onClaimed={claimed} onBusy={dialog.hold} />
      )}
    </>
  );
}

type Claim = RewardLists_WalletFragment['claims'][number];

interface AvailableProps {
  offers: Offer[];
  claims: readonly Claim[];
  /** The reward that was claimed a moment ago. */
  focused: string | undefined;
  tier: OwnTier;
  onClaim: (reward: ClaimableReward) => void;
}

function Available({ offers, claims, focused, tier, onClaim }: AvailableProps) {
  const { rewards } = useWords(rewardsWords);
  const claimOf = (id: string) => claims.find(({ reward }) => reward.id === id);
  if (offers.length === 0) return <EmptyState art="nothingYet" text={rewards.noneAvailable} />;
  return (
    <ul className={styles['grid']}>
      {offers.map((offer) => {
        const { id } = offer.reward;
        const claim = claimOf(id);
        return claim === undefined ? (
          <AvailableCard key={id} offer={offer} tier={tier} onClaim={onClaim} />
        ) : (
          <ClaimedCard key={id} claim={claim} focused={id === focused} />
        );
      })}
    </ul>
  );
}

function Claimed({ claims }: { claims: readonly Claim[] }) {
  const { rewards } = useWords(rewardsWords);
  if (claims.length === 0) return <EmptyState art="nothingYet" text={rewards.noneClaimed} />;
  return (
    <ul className={styles['grid']}>
      {claims.map((claim) => (
        <ClaimedCard key={claim.id} claim={claim} />
      ))}
    </ul>
  );
}

/** As tall as it was when it could be claimed: the same lines in the same places. */
function ClaimedCard({ claim, focused = false }: { claim: Claim; focused?: boolean }) {
  const { rewards, vouchers } = useWords(rewardsWords);
  const { claimedAt, transaction, reward } = claim;
  const entry = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (focused) entry.current?.focus({ preventScroll: true });
  }, [focused]);
  const { expiresAt } = transaction;
  return (
    <RewardCard
      reward={readFragment(RewardCard_RewardFragmentDoc, reward)}
      badge={{ icon: 'ok', tone: 'ok', text: rewards.claimedBadge }}
      text={rewards.credited(formatDate(claimedAt))}
    >
      <p className={styles['reason']}>
        <Icon name="calendar" size="sm" />
        {expiresAt === null ? rewards.neverEnds : vouchers.lasts(formatDate(expiresAt))}
      </p>
      <Link
        ref={entry}
        className={classes(buttonClass('secondary'), styles['wide'])}
        to={entryPath(transaction.id)}
      >
        {rewards.seeEntry}
      </Link>
    </RewardCard>
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
