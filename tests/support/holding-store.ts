import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import type { Database } from '../../api/persistence/connection.ts';
import type { Change, Session } from '../../api/persistence/stores/document-store.ts';
import { WalletStore } from '../../api/persistence/stores/wallet.store.ts';
import type { TestApp } from './app.ts';

/** The wallets of the database, whose first write stops before its commit until somebody lets it go on. */
export class HoldingStore extends WalletStore {
  readonly #held: () => Promise<unknown>;
  #isDue = true;

  constructor({ policy }: TestApp, database: Database, held: () => Promise<unknown>) {
    super(database, policy);
    this.#held = held;
  }

  override async save(changes: readonly Change<Wallet>[], session: Session): Promise<void> {
    await super.save(changes, session);
    if (!this.#isDue) return;
    this.#isDue = false;
    await this.#held();
  }
}
