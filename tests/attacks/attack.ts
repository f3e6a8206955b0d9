import type { Row, Target } from '../permissions/matrix.ts';
import type { TestServer } from '../support/server.ts';

/** What stands in the shop that is attacked. */
export interface Shop {
  readonly server: TestServer;
  readonly port: number;
  readonly asha: Omit<Target, 'key'>;
  readonly bala: Omit<Target, 'key'>;
  readonly tokens: Readonly<Record<'asha' | 'staff' | 'admin', string>>;
}

/** A request that means harm, and what it must come to: a code of the API, `NULL` for nothing found, or a status. */
export interface Attack {
  readonly name: string;
  readonly expects: string;
  readonly request: HttpCall | RawCall;
  /** Sent so often at once; each has to come to what is expected. */
  readonly times?: number;
}

export interface HttpCall {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** What a socket is sent as it stands. */
export interface RawCall {
  readonly raw: string;
}

/** The attacks of one kind. */
export type Table = (shop: Shop) => Attack[] | Promise<Attack[]>;

export function graphql(token: string | null, query: string, variables?: unknown): HttpCall {
  return {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, ...(variables !== undefined && { variables }) }),
  };
}

let keys = 0;

/** An idempotency key that nobody has used. */
export function freshAttackKey(): string {
  keys += 1;
  return `attack-key-${String(keys).padStart(8, '0')}`;
}

export function kindOf(row: Row): 'query' | 'mutation' {
  return row
    .call({
      customerId: '',
      creditId: '',
      debitId: '',
      rewardId: '',
      topUpId: '',
      reference: '',
      holdId: '',
      checkoutId: '',
      purchaseId: '',
      key: '',
    })
    .includes('(input:')
    ? 'mutation'
    : 'query';
}
