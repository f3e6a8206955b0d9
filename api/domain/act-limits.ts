import type { Actor } from './actor.ts';
import { dayOf, type Instant } from './calendar.ts';
import type { Paise } from './money.ts';
import type { ActLimit, LimitedAct, Policy } from './policy.ts';

/** What one person has done of an act on one day without another. */
export interface LimitUse {
  readonly id: string;
  /** The guard of every write. */
  readonly version: number;
  /** In paise. */
  readonly used: Paise;
  /** How often another person was asked. */
  readonly asked: number;
}

/** The limit of a person for an act; null for those who have none: customers, the shop's own services, and the system. */
export function limitOf({ id, role }: Actor, act: LimitedAct, { approvals }: Policy): ActLimit | null {
  if (role !== 'STAFF' && role !== 'ADMIN') return null;
  return approvals.exempt.includes(id) ? null : approvals.limits[role][act];
}

/** Names what a person does of an act on the day of an instant. */
export function limitUseId({ id }: Actor, act: LimitedAct, at: Instant): string {
  return `${act}:${dayOf(at)}:${id}`;
}

/** Nothing of the day is used. */
export function unused(id: string): LimitUse {
  return { id, version: 0, used: 0n, asked: 0 };
}

/** Whether an amount (in paise) is within the limit for one act and within what is left of the day. */
export function isWithin(limit: ActLimit, use: LimitUse, amount: Paise): boolean {
  return amount <= limit.each && use.used + amount <= limit.day;
}

/** The day once an amount (in paise) more was done of it. */
export function withUsed(use: LimitUse, amount: Paise): LimitUse {
  return { ...use, version: use.version + 1, used: use.used + amount };
}

/** The day once another person was asked. */
export function withAsked(use: LimitUse): LimitUse {
  return { ...use, version: use.version + 1, asked: use.asked + 1 };
}
