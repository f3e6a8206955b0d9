import { screen, within } from '@testing-library/react';
import { graphqlError } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';

afterEach(() => window.localStorage.clear());

const list = async () => within(await screen.findByRole('region', { name: 'Where you are signed in' }));
const asks = (init: RequestInit, operation: string) => String(init.body).includes(`"${operation}"`);

describe('where somebody is signed in', () => {
  it('is listed, this device first and without a button to end it', async () => {
    await openApp({ path: '/settings' });
    const [here, there] = await (await list()).findAllByRole('listitem');
    expect(here).toHaveTextContent('Chrome on WindowsLast used 23 Nov 2026, 9:40 am');
    expect(here).toHaveTextContent('This device');
    expect(there).toHaveTextContent('Safari on iPhoneLast used 20 Nov 2026, 6:05 pm');
    expect((await list()).getAllByRole('button')).toHaveLength(1);
  });

  it('changes when a session is ended, which is announced', async () => {
    const { shop, user } = await openApp({ path: '/settings' });
    await user.click(
      await (await list()).findByRole('button', { name: /End the session on Safari on iPhone/ }),
    );
    expect(await screen.findByText('The session on Safari on iPhone has ended.')).toBeInTheDocument();
    expect((await list()).queryByText('Safari on iPhone')).not.toBeInTheDocument();
    expect(shop.sessions.map(({ id }) => id)).toEqual(['here']);
  });

  it('says so when a session had ended already', async () => {
    const { shop, user } = await openApp({ path: '/settings' });
    const button = await (await list()).findByRole('button', { name: /^End/ });
    shop.sessions = shop.sessions.slice(0, 1);
    await user.click(button);
    expect(await screen.findByText(/This session has ended already/)).toBeInTheDocument();
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['the shop fails', () => graphqlError('INTERNAL_SERVER_ERROR')],
    ['the answer gets lost', () => Promise.reject(new TypeError('offline'))],
  ])('does not claim to know what became of it when %s, and tries again', async (_, reply) => {
    const { shop, user } = await openApp({ path: '/settings' });
    const heal = shop.interfere((path, init) =>
      path === '/graphql' && asks(init, 'EndSession') ? reply() : undefined,
    );
    await user.click(await (await list()).findByRole('button', { name: /^End/ }));
    expect(await screen.findByText('We don’t know yet whether the session was ended.')).toBeInTheDocument();
    heal();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/has ended\.$/)).toBeInTheDocument();
  });

  it('can be loaded again when it did not load', async () => {
    let fails = true;
    const { user } = await openApp({
      path: '/settings',
      network: (path, init) =>
        fails && path === '/graphql' && asks(init, 'Account')
          ? graphqlError('INTERNAL_SERVER_ERROR')
          : undefined,
    });
    expect(await screen.findByText('Your sessions didn’t load.')).toBeInTheDocument();
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await (await list()).findByText('Safari on iPhone')).toBeInTheDocument();
  });

  it('is left to an identity provider where that signs people in', async () => {
    const { shop, user } = await openApp();
    shop.sessions = [];
    const [more] = await screen.findAllByRole('link', { name: 'Settings' });
    await user.click(more as HTMLElement);
    expect(await (await list()).findByText(/sign in through your shop account/)).toBeInTheDocument();
  });
});
