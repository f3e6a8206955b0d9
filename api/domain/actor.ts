export type Role = 'CUSTOMER' | 'STAFF' | 'ADMIN' | 'SYSTEM';
export type Channel = 'WEB' | 'MOBILE' | 'API' | 'PLAYGROUND' | 'CONSOLE' | 'JOB' | 'PAYMENT';

/** Who acts and through what: written on every entry (product rule 15). */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly channel: Channel;
}

/** The wallet itself, booking what fell due before it does what it was asked. */
export const SYSTEM_ACTOR: Actor = { id: 'system', role: 'SYSTEM', channel: 'JOB' };
