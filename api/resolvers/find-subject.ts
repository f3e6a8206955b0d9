import type { Node } from '../../schema/node/node.interface.ts';
import type { ActSubject } from '../domain/act.ts';
import { isMoneyEntry } from '../domain/wallet/entries.ts';
import { findApproval } from '../services/queries/find-approvals.ts';
import { findCampaign } from '../services/queries/find-campaigns.ts';
import { findGiftCard } from '../services/queries/find-gift-cards.ts';
import { findJob } from '../services/queries/find-jobs.ts';
import { findReview } from '../services/queries/find-reviews.ts';
import { findTopUp } from '../services/queries/find-top-ups.ts';
import type { GraphqlContext } from './context.ts';
import { noteLook } from './looks.ts';
import { presentAccount } from './presenters/account.presenter.ts';
import { presentApproval } from './presenters/approval.presenter.ts';
import { presentCampaign } from './presenters/campaign.presenter.ts';
import { presentCheckout } from './presenters/checkout.presenter.ts';
import { presentGiftCard } from './presenters/gift-card.presenter.ts';
import { presentCustomer } from './presenters/customer.presenter.ts';
import { presentJob } from './presenters/job.presenter.ts';
import { presentReview } from './presenters/review.presenter.ts';
import { presentReward } from './presenters/reward.presenter.ts';
import { presentTopUp } from './presenters/top-up.presenter.ts';
import { presentTransaction } from './presenters/transaction.presenter.ts';
import { presentWallet } from './presenters/wallet.presenter.ts';

/** What an act was done to, as it is now; null where it is no more. */
export async function findSubject(context: GraphqlContext, { kind, id }: ActSubject): Promise<Node | null> {
  const { app, loaders } = context;
  switch (kind) {
    case 'CUSTOMER': {
      const customer = await loaders.customers.load(id);
      if (customer) await noteLook(context, 'readCustomer', id);
      return customer && presentCustomer(customer);
    }
    case 'REWARD': {
      const reward = await loaders.rewards.load(id);
      return reward && presentReward(reward);
    }
    case 'WALLET': {
      const wallet = await loaders.wallets.load(id);
      return wallet && presentWallet(wallet);
    }
    case 'TOP_UP': {
      const topUp = await findTopUp(app, id);
      return topUp && presentTopUp(topUp);
    }
    case 'TRANSACTION': {
      const entry = await loaders.entries.load(id);
      return entry && isMoneyEntry(entry) ? presentTransaction(entry) : null;
    }
    case 'ACCOUNT': {
      const account = await app.stores.accounts.byId(id);
      return account && presentAccount(account);
    }
    case 'APPROVAL': {
      const approval = await findApproval(app, id);
      return approval && presentApproval(approval, app);
    }
    case 'CAMPAIGN': {
      const campaign = await findCampaign(app, id);
      return campaign && presentCampaign(campaign, app.now());
    }
    case 'CHECKOUT': {
      const state = await loaders.checkouts.load(id);
      return state && presentCheckout(state);
    }
    case 'GIFT_CARD': {
      const card = await findGiftCard(app, id);
      return card && presentGiftCard(card, app.now());
    }
    case 'JOB': {
      const job = await findJob(app, id);
      return job && presentJob(job);
    }
    // A list of credits is no thing of its own in the schema: its approval shows it.
    case 'BULK_CREDIT':
      return null;
    case 'PAYMENT_REVIEW': {
      const review = await findReview(app, id);
      return review && presentReview(review);
    }
  }
}
