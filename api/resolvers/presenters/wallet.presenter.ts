import type { Money } from '../../../schema/money/money.type.ts';
import type { Wallet } from '../../../schema/wallet/wallet.type.ts';
import { sum, type Paise } from '../../domain/money.ts';
import { heldBy } from '../../domain/wallet/holds.ts';
import type { Funding } from '../../domain/wallet/lots.ts';
import { CREDIT_MOVEMENTS, tallyOf, type Movement } from '../../domain/wallet/running-totals.ts';
import type { Wallet as WalletState } from '../../domain/wallet/wallet.ts';
import { globalId } from '../global-id.ts';
import { presentMoney } from './money.presenter.ts';

/**
 * A wallet as the API says it. Every change answers with one and most callers ask for its balance alone, so a field costs
 * nothing until it is asked for; those that take more than this state have a resolver, which finds it here.
 */
export class WalletView implements Wallet {
  readonly state: WalletState;

  constructor(state: WalletState) {
    this.state = state;
  }

  get id(): string {
    return globalId('Wallet', this.state.id);
  }

  get status(): Wallet['status'] {
    return this.state.status;
  }

  get statusSince(): number {
    return this.state.statusSince;
  }

  get balance(): Money {
    return presentMoney(this.state.balance);
  }

  get held(): Money {
    return presentMoney(heldBy(this.state.holds));
  }

  get purchasedBalance(): Money {
    return presentMoney(this.#funded('PURCHASED'));
  }

  get grantedBalance(): Money {
    return presentMoney(this.#funded('GRANTED'));
  }

  get receivable(): Money {
    return presentMoney(this.state.receivable ?? 0n);
  }

  get totalEarned(): Money {
    return this.#total(CREDIT_MOVEMENTS);
  }

  get totalSpent(): Money {
    return this.#total(['debit']);
  }

  get totalRefunded(): Money {
    return this.#total(['refund']);
  }

  get totalExpired(): Money {
    return this.#total(['expiry']);
  }

  get transactionCount(): number {
    return tallyOf(this.state.running).count;
  }

  get createdAt(): number {
    return this.state.openedAt;
  }

  get updatedAt(): number {
    return this.state.updatedAt;
  }

  get lastTransactionAt(): number | null {
    return this.state.lastTransactionAt;
  }

  #total(movements: readonly Movement[]): Money {
    return presentMoney(tallyOf(this.state.running, movements).total);
  }

  #funded(funding: Funding): Paise {
    return sum(this.state.lots.map((lot) => (lot.funding === funding ? lot.remaining : 0n)));
  }
}

export function presentWallet(state: WalletState): WalletView {
  return new WalletView(state);
}
