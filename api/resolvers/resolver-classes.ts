import type { NonEmptyArray } from 'type-graphql';
import { AddCreditsResolver } from './add-credits.resolver.ts';
import { AddWalletNoteResolver } from './add-wallet-note.resolver.ts';
import { ApplyReferralResolver } from './apply-referral.resolver.ts';
import { ApprovalResolver, ApprovalsResolver } from './approvals.resolver.ts';
import { DecideApprovalResolver } from './decide-approval.resolver.ts';
import { ActResolver, AuditLogResolver, CustomerActsResolver } from './audit-log.resolver.ts';
import { BuyGiftCardResolver, ViewerPurchasesResolver } from './buy-gift-card.resolver.ts';
import { BulkAddCreditsResolver } from './bulk-add-credits.resolver.ts';
import { CampaignResolver, VoucherUseResolver } from './campaign.resolver.ts';
import { CampaignsResolver } from './campaigns.resolver.ts';
import { CheckoutResolver, WalletCheckoutsResolver } from './checkout.resolver.ts';
import { ClaimGiftCardResolver } from './claim-gift-card.resolver.ts';
import { ClaimRewardResolver } from './claim-reward.resolver.ts';
import { CreateRewardResolver } from './create-reward.resolver.ts';
import { CreateWalletResolver } from './create-wallet.resolver.ts';
import { CreditLotResolver } from './credit-lot.resolver.ts';
import { CreditTransactionResolver } from './credit-transaction.resolver.ts';
import { CustomerResolver } from './customer.resolver.ts';
import { CustomersResolver } from './customers.resolver.ts';
import { DebitTransactionResolver } from './debit-transaction.resolver.ts';
import { DeductCreditsResolver } from './deduct-credits.resolver.ts';
import { DrawResolver } from './draw.resolver.ts';
import { EndSessionResolver } from './end-session.resolver.ts';
import { ExplainResolver } from './explain.resolver.ts';
import { ExpiryTransactionResolver } from './expiry-transaction.resolver.ts';
import { ExtendExpiryResolver } from './extend-expiry.resolver.ts';
import { GiftResolver, ViewerGiftsResolver } from './gift.resolver.ts';
import { GiftCardResolver, GiftCardsResolver, ViewerGiftCardsResolver } from './gift-cards.resolver.ts';
import {
  HoldResolver,
  HoldTransactionResolver,
  ReleaseTransactionResolver,
  WalletHoldsResolver,
} from './hold.resolver.ts';
import { IntegrityResolver } from './integrity.resolver.ts';
import { IssueGiftCardsResolver } from './issue-gift-cards.resolver.ts';
import { JobResolver, JobsResolver } from './jobs.resolver.ts';
import { LotChangeResolver } from './lot-change.resolver.ts';
import { DecideReviewResolver } from './decide-review.resolver.ts';
import { PaymentHealthResolver } from './payment-health.resolver.ts';
import { PaymentReviewResolver, PaymentReviewsResolver } from './payment-reviews.resolver.ts';
import { ProgrammeStatisticsResolver } from './programme-statistics.resolver.ts';
import { RecordPurchaseResolver } from './record-purchase.resolver.ts';
import { ReferralStandingResolver } from './referral-standing.resolver.ts';
import { RedeemVoucherResolver } from './redeem-voucher.resolver.ts';
import { RefundCreditsResolver } from './refund-credits.resolver.ts';
import { RefundTopUpResolver, TopUpRefundResolver } from './refund-top-up.resolver.ts';
import { RefundTransactionResolver } from './refund-transaction.resolver.ts';
import { ReversalTransactionResolver } from './reversal-transaction.resolver.ts';
import { ReverseCreditResolver } from './reverse-credit.resolver.ts';
import { RewardResolver } from './reward.resolver.ts';
import { RewardClaimResolver } from './reward-claim.resolver.ts';
import { SaveCampaignResolver } from './save-campaign.resolver.ts';
import { SaveCustomerResolver } from './save-customer.resolver.ts';
import { SavedViewsResolver } from './saved-views.resolver.ts';
import { SearchResolver } from './search.resolver.ts';
import { SettleReceivableResolver } from './settle-receivable.resolver.ts';
import { SetWalletStatusResolver } from './set-wallet-status.resolver.ts';
import { ShopResolver } from './shop.resolver.ts';
import { StartTopUpResolver } from './start-top-up.resolver.ts';
import { StatementResolver, WalletStatementResolver } from './statement.resolver.ts';
import { TierResolver } from './tier.resolver.ts';
import { TopUpResolver, WalletTopUpsResolver } from './top-up.resolver.ts';
import { TransactionActorResolver } from './transaction-actor.resolver.ts';
import { TransactionConnectionResolver } from './transaction-connection.resolver.ts';
import { TransactionResolver } from './transaction.resolver.ts';
import { UpdateRewardResolver } from './update-reward.resolver.ts';
import { WorkOnHoldResolver } from './work-on-hold.resolver.ts';
import { WorkOnJobResolver } from './work-on-job.resolver.ts';
import { ViewerResolver } from './viewer.resolver.ts';
import { WalletResolver } from './wallet.resolver.ts';
import { WalletsResolver } from './wallets.resolver.ts';
import { WalletNoteConnectionResolver, WalletNotesResolver } from './wallet-notes.resolver.ts';
import { WalletPolicyResolver } from './wallet-policy.resolver.ts';
import { WalletReferralResolver } from './wallet-referral.resolver.ts';
import { WalletRewardsResolver } from './wallet-rewards.resolver.ts';
import { WalletStatisticsResolver, WalletSummaryResolver } from './wallet-statistics.resolver.ts';
import { WalletStatusHistoryResolver } from './wallet-status-history.resolver.ts';

/** Every operation that the API has; a new one is added here. */
export const resolverClasses: NonEmptyArray<new () => object> = [
  ActResolver,
  AddCreditsResolver,
  AddWalletNoteResolver,
  ApplyReferralResolver,
  ApprovalResolver,
  ApprovalsResolver,
  DecideApprovalResolver,
  AuditLogResolver,
  BulkAddCreditsResolver,
  CampaignResolver,
  VoucherUseResolver,
  CampaignsResolver,
  CheckoutResolver,
  WalletCheckoutsResolver,
  GiftResolver,
  ViewerGiftsResolver,
  BuyGiftCardResolver,
  ViewerPurchasesResolver,
  ClaimGiftCardResolver,
  ClaimRewardResolver,
  CreateRewardResolver,
  CreateWalletResolver,
  CreditLotResolver,
  CreditTransactionResolver,
  CustomerActsResolver,
  CustomerResolver,
  CustomersResolver,
  DebitTransactionResolver,
  DeductCreditsResolver,
  DrawResolver,
  EndSessionResolver,
  ExpiryTransactionResolver,
  ExplainResolver,
  ExtendExpiryResolver,
  SettleReceivableResolver,
  GiftCardResolver,
  GiftCardsResolver,
  HoldResolver,
  HoldTransactionResolver,
  IntegrityResolver,
  IssueGiftCardsResolver,
  JobResolver,
  JobsResolver,
  LotChangeResolver,
  PaymentHealthResolver,
  PaymentReviewResolver,
  PaymentReviewsResolver,
  DecideReviewResolver,
  ProgrammeStatisticsResolver,
  RecordPurchaseResolver,
  ReferralStandingResolver,
  RedeemVoucherResolver,
  ReleaseTransactionResolver,
  RefundCreditsResolver,
  RefundTopUpResolver,
  TopUpRefundResolver,
  RefundTransactionResolver,
  ReversalTransactionResolver,
  ReverseCreditResolver,
  RewardClaimResolver,
  RewardResolver,
  SaveCampaignResolver,
  SaveCustomerResolver,
  SavedViewsResolver,
  SearchResolver,
  SetWalletStatusResolver,
  ShopResolver,
  StartTopUpResolver,
  StatementResolver,
  TierResolver,
  TopUpResolver,
  TransactionActorResolver,
  TransactionConnectionResolver,
  TransactionResolver,
  UpdateRewardResolver,
  ViewerGiftCardsResolver,
  ViewerResolver,
  WalletHoldsResolver,
  WalletNoteConnectionResolver,
  WalletNotesResolver,
  WalletPolicyResolver,
  WalletReferralResolver,
  WalletResolver,
  WalletsResolver,
  WalletTopUpsResolver,
  WalletRewardsResolver,
  WalletStatementResolver,
  WalletStatisticsResolver,
  WalletStatusHistoryResolver,
  WalletSummaryResolver,
  WorkOnHoldResolver,
  WorkOnJobResolver,
];
