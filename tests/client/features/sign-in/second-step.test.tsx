import { screen, within } from '@testing-library/react';
import { refusal, type FakeShop, type Reply } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';
import { staff } from '../../support/people.ts';

afterEach(() => window.localStorage.clear());

const RECOVERY = ['aaaa-bbbb-cccc-dddd', 'eeee-ffff-gggg-hhhh'];
/** A door behind which a second step waits, and what was sent to it. */
type Granted = (more?: object) => Response;
type Answers = Record<string, (sent: Record<string, string>, granted: Granted) => Response>;

async function openDoor(code: string, answers: Answers) {
  let shop: FakeShop | null = null;
  const granted: Granted = (more) => shop?.grant(staff, more) ?? new Response('', { status: 500 });
  const sent: Record<string, string>[] = [];
  const network: Reply = (path, init) => {
    if (path === '/auth/sign-in') return refusal(401, code, { ticket: 'the-ticket', expiresIn: 300 });
    const answer = answers[path];
    if (!answer) return undefined;
    const body = JSON.parse(String(init.body)) as Record<string, string>;
    sent.push(body);
    return answer(body, granted);
  };
  const opened = await openApp({ as: null, network });
  ({ shop } = opened);
  await opened.user.type(screen.getByLabelText('Email'), 'ravi@example.in');
  await opened.user.type(screen.getByLabelText('Password'), 'early-bird-ravi{Enter}');
  return { ...opened, sent };
}

describe('the second step of signing in', () => {
  const openProof = () =>
    openDoor('SECOND_FACTOR_REQUIRED', {
      '/auth/second-factor/verify': ({ code }, granted) => {
        if (code === '123456') return granted();
        return code === RECOVERY[0]
          ? granted({ recoveryCodesLeft: 9 })
          : refusal(401, code === '999999' ? 'TICKET_NOT_USABLE' : 'INVALID_CODE');
      },
    });

  it('asks for the code after the password, and lets in with it', async () => {
    const { user, sent } = await openProof();
    expect(await screen.findByRole('heading', { name: 'Enter your code' })).toHaveFocus();
    await user.type(screen.getByLabelText('Code from the app'), '123456{Enter}');
    expect(await screen.findByRole('heading', { name: 'Good morning, Ravi' })).toBeInTheDocument();
    expect(sent).toEqual([{ ticket: 'the-ticket', code: '123456' }]);
  });

  it('says that a code is wrong, keeps it to be looked at, and takes the reader back to it', async () => {
    const { user } = await openProof();
    await user.type(await screen.findByLabelText('Code from the app'), '000000{Enter}');
    expect(await screen.findByText(/isn’t right/)).toBeInTheDocument();
    expect(screen.getByLabelText('Code from the app')).toHaveFocus();
    expect(screen.getByLabelText('Code from the app')).toHaveValue('000000');
  });

  it('names an empty field without asking the shop', async () => {
    const { user, sent } = await openProof();
    await screen.findByLabelText('Code from the app');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByLabelText('Code from the app')).toHaveAccessibleDescription('Enter the code.');
    expect(sent).toEqual([]);
  });

  it('takes a recovery code instead, and says how many are left', async () => {
    const { user } = await openProof();
    await user.click(await screen.findByRole('button', { name: 'Use a recovery code' }));
    await user.type(screen.getByLabelText('Recovery code'), `${RECOVERY[0]}{Enter}`);
    expect(await screen.findByRole('heading', { name: 'Good morning, Ravi' })).toBeInTheDocument();
    expect(screen.getByText(/9 recovery codes left/)).toBeInTheDocument();
  });

  it('tells of a ticket whose time is over, and leads back to the beginning', async () => {
    const { user } = await openProof();
    await user.type(await screen.findByLabelText('Code from the app'), '999999{Enter}');
    expect(await screen.findByText(/took too long/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Back to sign-in' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toHaveFocus();
  });
});

describe('a second step that has to be set up first', () => {
  const openSetUp = () =>
    openDoor('SECOND_FACTOR_SETUP_REQUIRED', {
      '/auth/second-factor/begin': () =>
        Response.json({ secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP' }),
      '/auth/second-factor/confirm': ({ code }, granted) =>
        code === '123456' ? granted({ recoveryCodes: RECOVERY }) : refusal(401, 'INVALID_CODE'),
    });

  it('shows a QR code and the key, takes a code, and lets in once the recovery codes are kept', async () => {
    const { user, sent } = await openSetUp();
    expect(await screen.findByRole('heading', { name: 'Set up a second step' })).toHaveFocus();
    expect(await screen.findByTitle('QR code for your authenticator app')).toBeInTheDocument();
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeInTheDocument();
    await user.type(screen.getByLabelText('Code from the app'), '123456{Enter}');
    expect(await screen.findByRole('heading', { name: 'Keep your recovery codes' })).toHaveFocus();
    const codes = within(screen.getByRole('list', { name: 'Recovery codes' })).getAllByRole('listitem');
    expect(codes.map(({ textContent }) => textContent)).toEqual(RECOVERY);
    const download = screen.getByRole('link', { name: 'Download the codes' });
    expect(decodeURIComponent(download.getAttribute('href') ?? '')).toContain(RECOVERY.join('\n'));
    await user.click(screen.getByRole('button', { name: 'I have kept them' }));
    expect(await screen.findByRole('heading', { name: 'Good morning, Ravi' })).toBeInTheDocument();
    expect(sent).toEqual([{ ticket: 'the-ticket' }, { ticket: 'the-ticket', code: '123456' }]);
    expect(document.body).not.toHaveTextContent(RECOVERY[0] ?? '');
  });

  it('stays where it is when the code is wrong', async () => {
    const { user } = await openSetUp();
    await user.type(await screen.findByLabelText('Code from the app'), '000000{Enter}');
    expect(await screen.findByText(/isn’t right/)).toBeInTheDocument();
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeInTheDocument();
  });
});
