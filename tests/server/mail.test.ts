import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mail, MailOutcome } from '../../api/mail/mail.ts';
import { MailQueue } from '../../api/mail/mail-queue.ts';
import { openPost } from '../../api/server/mail.ts';
import { createLogger } from '../../api/server/observability/logger.ts';
import { createMetrics } from '../../api/server/observability/metrics.ts';
import { selfSigned } from '../support/certificate.ts';
import { TestClock } from '../support/clock.ts';
import { deleteTemporaryFolders, temporaryFolder } from '../support/folders.ts';
import { startMailServer, type TestMailServer } from '../support/mail-server.ts';
import { openTestServer, testConfig, type TestServer } from '../support/server.ts';

const CODE = '4711 4711';
afterAll(deleteTemporaryFolders);
const mailTo = (to: string, text = `Your code is ${CODE}.`): Mail => ({ to, subject: 'Your code', text });

describe('mails to a mail server', () => {
  const clock = new TestClock('2026-03-10T09:30:00+05:30');
  let smtp: TestMailServer;
  let log: string[];

  beforeEach(async () => {
    smtp = await startMailServer();
    log = [];
  });
  afterEach(() => smtp.close());

  async function openPostTo(settings: Record<string, string> = {}) {
    const config = testConfig({
      ...{ SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtp.port), SMTP_SECURITY: 'none' },
      ...{ MAIL_FROM: 'Early Bird <wallet@shop.example>', ...settings },
    });
    const metrics = createMetrics({ withProcess: false });
    const logger = createLogger(config, { write: (line) => void log.push(line) });
    const post = await openPost(config, { now: clock.now, metrics, logger });
    if (!post) throw new Error('There is no post.');
    return { ...post, metrics };
  }

  test('arrive with who sent them and what they say, each at one person', async () => {
    const { outbox, stop, metrics } = await openPostTo();
    outbox.post(mailTo('asha@example.com'));
    await stop();
    expect(smtp.taken).toHaveLength(1);
    expect(smtp.taken[0]).toMatch(/^From: Early Bird <wallet@shop\.example>$/m);
    expect(smtp.taken[0]).toMatch(/^To: asha@example\.com$/m);
    expect(smtp.taken[0]).toContain(CODE);
    expect(await metrics.print()).toContain('mails_total{outcome="SENT"} 1');
  });

  test.each([
    'asha@example.com, mallory@evil.example',
    'asha@example.com\r\nBcc: mallory@evil.example',
    'asha@example.com> <mallory@evil.example',
  ])('never go to somebody else for the way an address is written: %j', async (to) => {
    const { outbox, stop } = await openPostTo();
    outbox.post(mailTo(to));
    await stop();
    expect(smtp.heard.filter((line) => /^RCPT TO:<mallory/i.test(line))).toEqual([]);
    expect(smtp.taken.join('\n')).not.toMatch(/^Bcc:/m);
  });

  test('are not handed to a server that offers no TLS, unless that was asked for', async () => {
    const { outbox, stop, metrics } = await openPostTo({
      ...{ SMTP_SECURITY: 'starttls', SMTP_USER: 'wallet', SMTP_PASSWORD: 'sesame-sesame' },
    });
    outbox.post(mailTo('asha@example.com'));
    await stop();
    expect(smtp.taken).toEqual([]);
    expect(smtp.heard.join('\n')).not.toMatch(/AUTH|MAIL/);
    expect(await metrics.print()).toContain('mails_total{outcome="FAILED"} 1');
  });

  test('that are refused leave neither address nor code in the log, only how they were refused', async () => {
    smtp.refuse('550 no mailbox asha@example.com', 1);
    const { outbox, stop } = await openPostTo();
    outbox.post(mailTo('asha@example.com'));
    await stop();
    expect(log).toHaveLength(1);
    expect(log[0]).toContain('"answer":550');
    expect(log[0]).not.toMatch(/asha|4711|email/);
  });
});

describe.each(['tls', 'starttls'] as const)('mails to a mail server with TLS: %s', (security) => {
  const certificate = selfSigned();
  let smtp: TestMailServer;

  beforeEach(async () => {
    smtp = await startMailServer({ security, certificate });
  });
  afterEach(() => smtp.close());

  /** Posts a mail through a login, and says what became of it. */
  async function outcomeOf(settings: Record<string, string>): Promise<string> {
    const config = testConfig({
      ...{ SMTP_HOST: '127.0.0.1', SMTP_PORT: String(smtp.port), SMTP_SECURITY: security },
      ...{ SMTP_USER: 'wallet', SMTP_PASSWORD: 'sesame-sesame' },
      ...{ MAIL_FROM: 'wallet@shop.example', ...settings },
    });
    const metrics = createMetrics({ withProcess: false });
    const logger = createLogger(config, { write: () => undefined });
    const post = await openPost(config, { now: () => 0, metrics, logger });
    post?.outbox.post(mailTo('asha@example.com'));
    await post?.stop();
    return /mails_total\{outcome="(\w+)"\} 1/.exec(await metrics.print())?.[1] ?? 'NONE';
  }

  test('are handed over with the login once the shop says who vouches for it, and nobody on the line reads them', async () => {
    const file = join(await temporaryFolder(), 'mail-server.pem');
    await writeFile(file, certificate.cert);
    expect(await outcomeOf({ SMTP_CA_FILE: file })).toBe('SENT');
    expect(smtp.taken[0]).toContain(CODE);
    expect(smtp.heard.join('\n')).toMatch(/^AUTH PLAIN/m);
    expect(smtp.heardPlain.join('\n')).not.toMatch(/AUTH|MAIL|RCPT|4711/);
  });

  test('are not handed to one whose certificate nobody vouches for, and neither is the login', async () => {
    expect(await outcomeOf({})).toBe('FAILED');
    expect(smtp.taken).toEqual([]);
    expect(smtp.heard.join('\n')).not.toMatch(/AUTH|MAIL/);
  });
});

describe('the queue of mails', () => {
  const told: MailOutcome[] = [];
  const observer = { mail: (outcome: MailOutcome) => void told.push(outcome) };
  beforeEach(() => void told.splice(0));

  test('tries a mail again that was not taken, and gives it up in the end', async () => {
    const smtp = { attempts: 0 };
    const pauses: number[] = [];
    const queue = new MailQueue({
      ...{ observer, capacity: 5 },
      carrier: {
        carry: async ({ to }) => {
          smtp.attempts += 1;
          if (to === 'never@example.com' || smtp.attempts === 1) throw new Error('Try again.');
        },
      },
      pause: async (ms) => void pauses.push(ms),
    });
    queue.post(mailTo('asha@example.com'));
    while (told.length < 1) await Promise.resolve();
    queue.post(mailTo('never@example.com'));
    while (told.length < 2) await Promise.resolve();
    await queue.stop();
    expect([told, smtp.attempts, pauses]).toEqual([['SENT', 'FAILED'], 5, [2_000, 2_000, 10_000]]);
  });

  test('takes no more than it may hold, and makes nobody wait for a mail server that hangs', async () => {
    let answer = (): void => undefined;
    const hanging = new Promise<void>((resolve) => (answer = resolve));
    const queue = new MailQueue({
      ...{ observer, capacity: 3, pause: async () => undefined },
      carrier: { carry: () => hanging },
    });
    for (let index = 0; index < 10; index += 1) queue.post(mailTo(`${index}@example.com`));
    expect(told).toEqual(Array<MailOutcome>(5).fill('DROPPED'));
    answer();
    await queue.stop();
    expect(told.filter((outcome) => outcome === 'SENT')).toHaveLength(5);
  });
});

describe('the mailbox of a demo', () => {
  let server: TestServer;
  afterEach(() => server.close());
  const page = () => server.app.inject('/mailbox');

  test('shows what would have been sent, the newest first, and runs nothing that a mail says', async () => {
    server = await openTestServer({ settings: { DEMO_MODE: 'on' } });
    expect((await page()).body).toContain('No mail yet');
    const hostile = '<script src="//evil.example"></script> & "quotes"';
    await server.mailbox?.carry(mailTo('asha@example.com', 'The first one'));
    await server.mailbox?.carry({ to: '<b>@example.com', subject: hostile, text: hostile });
    const { body, headers } = await page();
    expect(body.indexOf('The first one')).toBeGreaterThan(body.indexOf('&lt;b&gt;@example.com'));
    expect(body).not.toMatch(/<script|<b>/);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/);
    expect(headers['cache-control']).toBe('no-store');
    expect((await server.app.inject('/mailbox/style.css')).statusCode).toBe(200);
  });

  test('forgets the oldest beyond fifty', async () => {
    server = await openTestServer({ settings: { DEMO_MODE: 'on' } });
    for (let index = 100; index < 160; index += 1)
      await server.mailbox?.carry(mailTo('asha@example.com', `mail ${index}`));
    const { body } = await page();
    expect(body.match(/<article>/g)).toHaveLength(50);
    expect([body.includes('mail 109'), body.includes('mail 110')]).toEqual([false, true]);
  });

  test('is nowhere but in a demo that has no mail server', async () => {
    server = await openTestServer();
    expect((await page()).body).not.toContain('Mailbox');
    await server.close();
    const settings = { DEMO_MODE: 'on', SMTP_HOST: 'localhost', MAIL_FROM: 'wallet@shop.example' };
    server = await openTestServer({ settings });
    expect((await page()).body).not.toContain('Mailbox');
  });
});
