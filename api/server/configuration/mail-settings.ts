import { choice, integer, text } from './setting.ts';

/** How mails leave the server. */
export const mailSettings = {
  SMTP_HOST: text({
    default: null,
    pattern: /^[A-Za-z0-9.:-]{1,253}$/,
    description:
      'The mail server that takes our mails. Without one a demo keeps its mails for its own page /mailbox, and others send none.',
  }),
  SMTP_PORT: integer({ min: 1, max: 65_535, default: 587, description: 'The port it listens on.' }),
  SMTP_SECURITY: choice(['starttls', 'tls', 'none'], {
    default: 'starttls',
    description:
      'TLS that is asked for before anything is said, TLS from the first byte (port 465), or none, which production takes only of this very machine.',
  }),
  SMTP_CA_FILE: text({
    default: null,
    description:
      'A file with the certificate (PEM) of whoever vouches for the mail server, where that is nobody whom Node.js knows. Without it such a server gets no mails.',
  }),
  SMTP_USER: text({ default: null, description: 'The name to sign in with at the mail server.' }),
  SMTP_PASSWORD: text({ default: null, secret: true, description: 'The password to it.' }),
  MAIL_FROM: text({
    default: null,
    pattern:
      /^(?:[^<>"@\r\n]{1,80} <[^\s<>@,;]{1,64}@[^\s<>@,;]{1,189}>|[^\s<>@,;]{1,64}@[^\s<>@,;]{1,189})$/,
    description: 'Whom mails come from, such as "Early Bird <wallet@shop.example>". Required with SMTP_HOST.',
  }),
  MAIL_QUEUE: integer({
    min: 1,
    max: 10_000,
    default: 200,
    description: 'How many mails may wait for the mail server; more are dropped.',
  }),
} as const;
