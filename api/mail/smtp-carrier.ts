import { readFile } from 'node:fs/promises';
import type { MailCarrier } from './mail.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte, TLS that is asked for before anything is said, or none. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Where the certificate stands of whoever vouches for the server; null for those that are known anyway. */
  readonly caFile: string | null;
  /** `Early Bird <wallet@shop.example>`, or the address alone. */
  readonly from: string;
}

const CONNECT_MS = 10_000;
const SILENT_MS = 20_000;

/** Hands mails to a mail server. What speaks to it is loaded only where there is one. */
export async function openSmtpCarrier(settings: SmtpSettings): Promise<MailCarrier> {
  const { createTransport } = await import('nodemailer');
  const { host, port, security, login, from, caFile } = settings;
  const ca = caFile === null ? null : await readFile(caFile, 'utf8');
  const transport = createTransport({
    ...{ host, port },
    secure: security === 'tls',
    // A server that does not offer TLS is not spoken to: somebody on the line may have taken the offer out.
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(ca !== null && { tls: { ca } }),
    ...(login && { auth: { user: login.user, pass: login.password } }),
    ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENT_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    async carry({ to, subject, text, html }) {
      await transport.sendMail({
        ...{ from, subject, text, ...(html !== undefined && { html }) },
        // As an object: a text would be parsed, and could name several.
        to: { name: '', address: to },
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
  };
}
