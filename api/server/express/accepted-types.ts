/** Clients send a handful of headers; whoever makes up more is served as well, only not as quickly. */
const MOST = 64;

/** By which content type those were answered who accept the same. The rules for that are Apollo's. */
export class AcceptedTypes {
  readonly #byHeader = new Map<string, string>();

  find(accept: string | undefined): string | undefined {
    return this.#byHeader.get(accept ?? '');
  }

  add(accept: string | undefined, contentType: unknown): void {
    if (typeof contentType === 'string' && this.#byHeader.size < MOST) {
      this.#byHeader.set(accept ?? '', contentType);
    }
  }
}
