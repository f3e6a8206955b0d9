import { screen } from '@testing-library/react';
import { refusal, type FakeShop, type Reply } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import { customer } from '../../support/people.ts';

afterEach(() => window.localStorage.clear());

async function openByEmail(answers: Record<string, (shop: FakeShop) => Response | Promise<Response>>) {
  let shop: FakeShop | null = null;
  const sent: unknown[] = [];
  const network: Reply = (path, init) => {
    const answer = answers[path];
    if (answer) sent.push(JSON.parse(String(init.body)));
    return shop === null ? undefined : answer?.(shop);
  };
  const opened = await openApp({ as: null, network });
  ({ shop } = opened);
  expect(opened.shop.calls).toEqual([]);
  await opened.user.click(screen.getByRole('button', { name: 'Email me a code instead' }));
  await screen.findByRole('heading', { name: 'Sign in by email' });
  return { ...opened, sent };
}
const sent = () => Response.json({ expiresIn: 600 }, { status: 202 });
const ask = async (user: Awaited<ReturnType<typeof openByEmail>>['user']) =>
  user.type(screen.getByLabelText('Email'), 'asha@example.in{Enter}');

describe('signing in with a code by email', () => {
  it('asks for the email, then for the code, and lets in without telling whose email it was', async () => {
    const { user, sent: bodies } = await openByEmail({
      '/auth/code': sent,
      '/auth/code/verify': (shop) => shop.grant(customer()),
    });
    expect(screen.getByRole('heading', { name: 'Sign in by email' })).toHaveFocus();
    await ask(user);
    expect(await screen.findByText(/If asha@example.in belongs to a customer/)).toBeInTheDocument();
    await user.type(screen.getByLabelText('Code from the email'), '1234 5678{Enter}');
    expect(await screen.findByRole('heading', { name: 'Good morning, Asha' })).toBeInTheDocument();
    expect(bodies).toEqual([
      { email: 'asha@example.in', language: 'en' },
      { email: 'asha@example.in', code: '1234 5678' },
    ]);
    expect(screen.queryByRole('heading', { name: 'Sign in by email' })).not.toBeInTheDocument();
  });

  it('says that a code is wrong and lets another one be sent', async () => {
    const { user } = await openByEmail({
      '/auth/code': sent,
      '/auth/code/verify': () => refusal(401, 'INVALID_CODE'),
    });
    await ask(user);
    await user.type(await screen.findByLabelText('Code from the email'), '00000000{Enter}');
    expect(await screen.findByText(/isn’t right/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Send another code' }));
    expect(screen.getByLabelText('Email')).toBeInTheDocument();
  });

  it.each([
    [
      'too many were asked for',
      () => refusal(429, 'TOO_MANY_ATTEMPTS', { retryAfterSeconds: 30 }),
      /Wait 30 seconds/,
    ],
    ['this shop sends none', () => new Response('', { status: 404 }), /doesn’t offer that/],
    ['the answer got lost', () => Promise.reject(new TypeError('offline')), /didn’t answer/],
  ])('says so when %s', async (_what, reply, words) => {
    const { user } = await openByEmail({ '/auth/code': reply });
    await ask(user);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('names an empty field, and leads back to the password', async () => {
    const { user, sent: bodies } = await openByEmail({ '/auth/code': sent });
    await user.click(screen.getByRole('button', { name: 'Send the code' }));
    expect(screen.getByLabelText('Email')).toHaveAccessibleDescription('Enter your email.');
    expect(screen.getByLabelText('Email')).toHaveFocus();
    expect(bodies).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Use a password' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toHaveFocus();
  });
});
