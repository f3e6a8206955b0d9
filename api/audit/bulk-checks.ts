import type { BulkCredit } from '../domain/bulk-credit.ts';
import type { Paise } from '../domain/money.ts';
import type { Entry } from '../domain/wallet/entries.ts';
import type { AuditSnapshot } from '../persistence/stores/audit.store.ts';
import type { Findings } from './findings.ts';
import { rupees } from './words.ts';

/** What the journals hold of one bulk credit: so little, however many rows it has. */
interface Found {
  rows: number;
  total: Paise;
  /** Of the places of its rows: two entries of one row show in it. */
  places: number;
  lastPlace: number;
}

const NOTHING: Found = { rows: 0, total: 0n, places: 0, lastPlace: -1 };

/**
 * The rows of bulk credits as the journals hold them, added up while these are read. A call that began before bulk credits were
 * written down as a whole has rows that do not name it, so fewer may be found than were credited, and never more.
 */
export class BulkRecount {
  readonly #found = new Map<string, Found>();

  note(entry: Entry): void {
    if (entry.kind !== 'CREDIT' || entry.origin?.kind !== 'BULK') return;
    const { bulkId, row } = entry.origin;
    if (bulkId === undefined || row === undefined) return;
    const { rows, total, places, lastPlace } = this.#found.get(bulkId) ?? NOTHING;
    this.#found.set(bulkId, {
      rows: rows + 1,
      total: total + entry.amount,
      places: places + row,
      lastPlace: Math.max(lastPlace, row),
    });
  }

  /** I31. The documents may be of a later moment than the journals: they only ever grow. */
  async check(snapshot: AuditSnapshot, findings: Findings): Promise<void> {
    const unknown = new Set(this.#found.keys());
    for await (const page of snapshot.bulkCredits()) {
      findings.shapes(page);
      findings.checked('I31', page.length);
      for (const { id, value } of page) {
        unknown.delete(id);
        const problem =
          value && (documentFault(value) ?? journalFault(value, this.#found.get(id) ?? NOTHING));
        if (problem) findings.violated('I31', { record: id }, problem);
      }
    }
    for (const id of unknown) {
      findings.violated('I31', { record: id }, 'credits name it, and there is no such bulk credit');
    }
  }
}

function documentFault({ mode, rowCount, decided, refusals }: BulkCredit): string | null {
  if (decided > rowCount) return `${decided} of its ${rowCount} rows are decided`;
  if (mode === 'ALL_OR_NOTHING' && (decided < rowCount || refusals.length > 0))
    return `all or nothing was asked for, and ${decided - refusals.length} of ${rowCount} rows were credited`;
  const isInOrder = refusals.every(
    ({ row }, place) => row < decided && row > (refusals[place - 1]?.row ?? -1),
  );
  return isInOrder ? null : 'its refused rows are out of order';
}

function journalFault(bulk: BulkCredit, { rows, total, places, lastPlace }: Found): string | null {
  const credited = bulk.decided - bulk.refusals.length;
  if (rows > credited) return `${credited} rows were credited, the journals hold ${rows}`;
  if (total > bulk.total)
    return `its rows came to ${rupees(bulk.total)}, those in the journals to ${rupees(total)}`;
  if (lastPlace >= bulk.decided) return `row ${lastPlace} was credited, ${bulk.decided} are decided`;
  if (rows < credited) return null;
  const all = (bulk.decided * (bulk.decided - 1)) / 2;
  const refused = bulk.refusals.reduce((places, { row }) => places + row, 0);
  return places === all - refused ? null : 'the journals hold a row twice and another not at all';
}
