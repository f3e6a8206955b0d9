import type { FastifyReply, FastifyRequest } from 'fastify';

/** The one cookie there is: it holds the refresh token, where no script can read it and only `/auth` receives it. */
const NAME = 'early_bird_session';
const VALUE = new RegExp(`(?:^|;\\s*)${NAME}=([\\w.-]{1,200})(?:;|$)`);

export function readSessionCookie(request: FastifyRequest): string | undefined {
  return VALUE.exec(request.headers.cookie ?? '')?.[1];
}

export interface SessionCookie {
  readonly value: string;
  readonly expires: Date;
  /** Whether it may travel over TLS only. */
  readonly isSecure: boolean;
}

export function setSessionCookie(reply: FastifyReply, { value, expires, isSecure }: SessionCookie): void {
  const attributes = ['Path=/auth', `Expires=${expires.toUTCString()}`, 'HttpOnly', 'SameSite=Strict'];
  if (isSecure) attributes.push('Secure');
  void reply.header('set-cookie', [`${NAME}=${value}`, ...attributes].join('; '));
}

export function clearSessionCookie(reply: FastifyReply, isSecure: boolean): void {
  setSessionCookie(reply, { value: '', expires: new Date(0), isSecure });
}
