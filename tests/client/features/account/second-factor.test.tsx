import { screen } from '@testing-library/react';
import { refusal, type Reply } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';

afterEach(() => window.localStorage.clear());

interface Factor {
  isOn: boolean;
  isRequired: boolean;
}

/** The page of somebody of the shop, whose factor is as it is said, and which can be set up and switched off. */
async function openAsStaff(factor: Factor) {
  const sent: [string, unknown][] = [];
  const network: Reply = (path, init) => {
    if (path === '/auth/second-factor')
      return Response.json({ ...factor, since: null, recoveryCodesLeft: 10 });
    if (!path.startsWith('/auth/second-factor/')) return undefined;
    const body = JSON.parse(String(init.body)) as { code?: string };
    sent.push([path.replace('/auth/second-factor/', ''), body]);
    if (body.code === '000000') return refusal(401, 'INVALID_CODE');
    if (path.endsWith('begin'))
      return Response.json({ secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP' });
    factor.isOn = path.endsWith('confirm');
    return factor.isOn
      ? Response.json({ recoveryCodes: ['aaaa-bbbb-cccc-dddd'] })
      : new Response(null, { status: 204 });
  };
  return { ...(await openApp({ as: 'staff', network, path: '/admin/account' })), sent };
}
const button = (name: string) => screen.findByRole('button', { name });

describe('the second step of somebody of the shop', () => {
  it('is set up with a QR code, a code, and recovery codes that are shown once', async () => {
    const { user, sent } = await openAsStaff({ isOn: false, isRequired: false });
    await user.click(await button('Set up an authenticator app'));
    await user.type(await screen.findByLabelText('Code from the app'), '123456{Enter}');
    expect(await screen.findByText('aaaa-bbbb-cccc-dddd')).toBeInTheDocument();
    // It is set: there is nothing left to cancel, and codes that were not kept would be lost.
    expect(screen.queryByRole('button', { name: 'Cancel' })).not.toBeInTheDocument();
    await user.click(await button('I have kept them'));
    expect(await screen.findByText(/^On\. You have 10 recovery codes left/)).toBeInTheDocument();
    expect(screen.queryByText('aaaa-bbbb-cccc-dddd')).not.toBeInTheDocument();
    expect(sent).toEqual([
      ['begin', {}],
      ['confirm', { code: '123456' }],
    ]);
  });

  it('is changed only with a code of the present one', async () => {
    const { user, sent } = await openAsStaff({ isOn: true, isRequired: true });
    expect(screen.queryByRole('button', { name: 'Switch it off' })).not.toBeInTheDocument();
    await user.click(await button('Set up another app'));
    await user.type(screen.getByLabelText(/Code from your present app/), '000000{Enter}');
    expect(await screen.findByText(/isn’t right/)).toBeInTheDocument();
    await user.clear(screen.getByLabelText(/Code from your present app/));
    await user.type(screen.getByLabelText(/Code from your present app/), '654321{Enter}');
    await user.type(await screen.findByLabelText('Code from the app'), '123456{Enter}');
    await user.click(await button('I have kept them'));
    expect(await button('Set up another app')).toBeInTheDocument();
    expect(sent.map(([path]) => path)).toEqual(['begin', 'begin', 'confirm']);
  });

  it('is switched off with a code, where none is required', async () => {
    const { user, sent } = await openAsStaff({ isOn: true, isRequired: false });
    await user.click(await button('Switch it off'));
    await user.type(screen.getByLabelText(/Code from your present app/), '123456{Enter}');
    expect(await screen.findByText(/Your password alone lets you in/)).toBeInTheDocument();
    expect(sent).toEqual([['disable', { code: '123456' }]]);
  });

  it('keeps the place of the keyboard when one thing gives way to another', async () => {
    const { user } = await openAsStaff({ isOn: true, isRequired: false });
    const hasPlace = () => expect(document.activeElement).not.toBe(document.body);
    await user.click(await button('Switch it off'));
    hasPlace();
    await user.click(await button('Cancel'));
    hasPlace();
  });

  it('is not spoken of where somebody else signs people in', async () => {
    await openApp({ as: 'staff', path: '/admin/account' });
    await screen.findByRole('heading', { name: 'Where you are signed in' });
    expect(screen.queryByText('Second step of signing in')).not.toBeInTheDocument();
  });
});
