import type { Principal, PrincipalRole } from '../../../identity/principal.ts';

/** What one operation may weigh: the more, the more its caller answers for. */
export class Budgets {
  readonly #units: Readonly<Record<PrincipalRole | 'SERVICE', number>>;
  readonly #services: ReadonlySet<string>;

  constructor(units: Readonly<Record<PrincipalRole | 'SERVICE', number>>, services: readonly string[]) {
    this.#units = units;
    this.#services = new Set(services);
  }

  /** Of a service it is that of its role if that is larger; of somebody unknown, a customer's. */
  of(principal: Principal | null): number {
    const own = this.#units[principal?.role ?? 'CUSTOMER'];
    const isService = principal !== null && this.#services.has(principal.subject);
    return isService ? Math.max(own, this.#units.SERVICE) : own;
  }
}
