import type { AuditSnapshot, KeptWallet, Stored, StoredEntry } from '../persistence/stores/audit.store.ts';
import { PagedStream } from './paged-stream.ts';
import { WalletAudit, type AuditContext } from './wallet-audit.ts';
import { rupees } from './words.ts';

/**
 * All journals and all wallets, side by side. Both are read in the order of the wallets' ids, so each journal meets its
 * wallet without a look-up, and one without the other is noticed.
 */
export class WalletPass {
  readonly #snapshot: AuditSnapshot;
  readonly #context: AuditContext;
  readonly #isOld: () => boolean;
  #stored: PagedStream<Stored<KeptWallet>>;
  #open: WalletAudit | null = null;
  #wallets = 0;
  #entries = 0;
  #signed = 0n;
  #balance = 0n;

  /** `isOld` says whether the snapshot has to be renewed, which is possible wherever one wallet ends and the next begins. */
  constructor(snapshot: AuditSnapshot, context: AuditContext, isOld: () => boolean = () => false) {
    this.#snapshot = snapshot;
    this.#context = context;
    this.#isOld = isOld;
    this.#stored = new PagedStream(snapshot.wallets());
  }

  async run(): Promise<Looked> {
    const { claims, findings } = this.#context;
    let renewals = 0;
    for (let last = await this.#stretch(); last !== null; last = await this.#stretch(last)) {
      await claims.settle(true);
      await this.#snapshot.renew();
      renewals += 1;
      this.#stored = new PagedStream(this.#snapshot.wallets(last));
    }
    await claims.settle(true);
    findings.checked('I5');
    if (this.#signed !== this.#balance) {
      const problem = `all entries come to ${rupees(this.#signed)}, all balances to ${rupees(this.#balance)}`;
      findings.violated('I5', { record: 'all wallets' }, problem);
    }
    return { wallets: this.#wallets, entries: this.#entries, isOfOneMoment: renewals === 0 };
  }

  /** Goes on until the snapshot is old, and then answers the last wallet that it has looked at; null when there are no more. */
  async #stretch(after?: string): Promise<string | null> {
    for await (const page of this.#snapshot.entries(after)) {
      for (const stretch of byWallet(page)) {
        const last = this.#open?.id ?? null;
        if (last !== null && stretch[0]?.walletId !== last && this.#isOld()) {
          await this.#close();
          await this.#stored.end();
          return last;
        }
        this.#entries += stretch.length;
        await this.#add(stretch);
      }
      await this.#context.claims.settle(false);
    }
    await this.#close();
    for (let rest = await this.#stored.take(); rest; rest = await this.#stored.take()) this.#alone(rest);
    return null;
  }

  async #add(stretch: readonly StoredEntry[]): Promise<void> {
    const walletId = stretch[0]?.walletId ?? '';
    if (this.#open?.id !== walletId) {
      await this.#close();
      this.#open = new WalletAudit(walletId, this.#context);
    }
    this.#open?.add(stretch);
  }

  async #close(): Promise<void> {
    if (!this.#open) return;
    const { signed, balance } = this.#open.compareWith(await this.#walletOf(this.#open.id));
    this.#signed += signed;
    this.#balance += balance;
    this.#open = null;
  }

  async #walletOf(id: string): Promise<Stored<KeptWallet> | null> {
    for (let next = await this.#stored.peek(); next; next = await this.#stored.peek()) {
      const order = compared(next.id, id);
      if (order > 0) return null;
      await this.#stored.take();
      if (order === 0) {
        this.#wallets += 1;
        this.#context.findings.checked('I23');
        return next;
      }
      this.#alone(next);
    }
    return null;
  }

  #alone({ id, value }: Stored<KeptWallet>): void {
    const { findings } = this.#context;
    this.#wallets += 1;
    this.#balance += value?.wallet.balance ?? 0n;
    findings.checked('I1');
    findings.violated('I1', { record: id }, 'it has no entries, not even its opening');
  }
}

export interface Looked {
  readonly wallets: number;
  readonly entries: number;
  /** Whether all that was looked at is of one moment, so that sums over all may be compared. */
  readonly isOfOneMoment: boolean;
}

/** As the database orders text: by bytes. */
function compared(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function byWallet(page: readonly StoredEntry[]): StoredEntry[][] {
  const stretches: StoredEntry[][] = [];
  for (const entry of page) {
    const current = stretches.at(-1);
    if (current?.[0]?.walletId === entry.walletId) current.push(entry);
    else stretches.push([entry]);
  }
  return stretches;
}
