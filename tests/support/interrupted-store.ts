import type { Wallet } from '../../api/domain/wallet/wallet.ts';
import { WalletStore } from '../../api/persistence/stores/wallet.store.ts';
import type { TestApp } from './app.ts';

/** The wallets of the database, whose first read is interrupted by what somebody else does. */
export class InterruptedStore extends WalletStore {
  readonly #when: 'BEFORE' | 'AFTER';
  readonly #meanwhile: () => Promise<unknown>;
  #isDue = true;

  constructor({ database, policy }: TestApp, when: 'BEFORE' | 'AFTER', meanwhile: () => Promise<unknown>) {
    super(database, policy);
    this.#when = when;
    this.#meanwhile = meanwhile;
  }

  override async load(ids: readonly string[]): Promise<Map<string, Wallet>> {
    if (this.#when === 'BEFORE') await this.#interrupt();
    const loaded = await super.load(ids);
    if (this.#when === 'AFTER') await this.#interrupt();
    return loaded;
  }

  async #interrupt(): Promise<void> {
    if (!this.#isDue) return;
    this.#isDue = false;
    await this.#meanwhile();
  }
}
