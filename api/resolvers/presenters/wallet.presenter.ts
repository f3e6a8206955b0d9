import type { Wallet } from '../../../schema/wallet/wallet.type.ts';
import { sum, type Paise } from '../../domain/money.ts';
import type { Funding } from '../../domain/wallet/lots.ts';
import { CREDIT_MOVEMENTS, tallyOf, type Movement } from '../../domain/wallet/running-totals.ts';
import type { Wallet as WalletState } from '../../domain/wallet/wallet.ts';
import { globalId } from '../global-id.ts';
import { presentMoney } from './money.presenter.ts';

/** A wallet that carries the state it was made from, for the fields that are worked out when asked for. */
export type WalletView = Wallet & { readonly state: WalletState };

export function presentWallet(state: WalletState): WalletView {
  const total = (...movements: Movement[]) => presentMoney(tallyOf(state.running, movements).total);
  return {
    state,
    id: globalId('Wallet', state.id),
    status: state.status,
    statusReason: state.statusReason,
    balance: presentMoney(state.balance),
    purchasedBalance: presentMoney(funded(state, 'PURCHASED')),
    grantedBalance: presentMoney(funded(state, 'GRANTED')),
    totalEarned: total(...CREDIT_MOVEMENTS),
    totalSpent: total('debit'),
    totalRefunded: total('refund'),
    totalExpired: total('expiry'),
    transactionCount: tallyOf(state.running).count,
    createdAt: state.openedAt,
    updatedAt: state.updatedAt,
    lastTransactionAt: state.lastTransactionAt,
  };
}

function funded({ lots }: WalletState, funding: Funding): Paise {
  return sum(lots.map((lot) => (lot.funding === funding ? lot.remaining : 0n)));
}
