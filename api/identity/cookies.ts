import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where no script can read them, and only `/auth` receives them: the refresh token, and what makes a device known. */
export const SESSION_COOKIE = 'early_bird_session';

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly expires: Date;
}

/**
 * The cookies of the sign-in. Over TLS their names say so: a browser then takes a cookie of that name from nobody who has only
 * another host of the same domain, or the line to this one. `__Host-` would say more, and would send them everywhere.
 */
export class Cookies {
  readonly #isSecure: boolean;

  constructor(isSecure: boolean) {
    this.#isSecure = isSecure;
  }

  read({ headers }: FastifyRequest, name: string): string | undefined {
    const named = this.#named(name);
    const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
    const value = pairs.find((pair) => pair.startsWith(`${named}=`))?.slice(named.length + 1);
    return value !== undefined && /^[\w.-]{1,200}$/.test(value) ? value : undefined;
  }

  set(reply: FastifyReply, { name, value, expires }: Cookie): void {
    const attributes = ['Path=/auth', `Expires=${expires.toUTCString()}`, 'HttpOnly', 'SameSite=Strict'];
    if (this.#isSecure) attributes.push('Secure');
    void reply.header('set-cookie', [`${this.#named(name)}=${value}`, ...attributes].join('; '));
  }

  clear(reply: FastifyReply, name: string): void {
    this.set(reply, { name, value: '', expires: new Date(0) });
  }

  #named(name: string): string {
    return this.#isSecure ? `__Secure-${name}` : name;
  }
}
