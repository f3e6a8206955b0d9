import '../../support/demo-build.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { openApp } from '../../support/open-app.tsx';

afterEach(() => window.localStorage.clear());

describe('the demo’s build', () => {
  it.each([
    ['Asha – customer', 'Good morning, Asha'],
    ['Ravi – staff', 'Good morning, Ravi'],
    ['Meera – admin', 'Good morning, Meera'],
  ])('signs in as %s with one click', async (person, heading) => {
    const { user } = await openApp({ as: null });
    const people = within(await screen.findByRole('list', { name: 'Demo people' }));
    await user.click(people.getByRole('button', { name: new RegExp(person) }));
    expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeInTheDocument();
  });

  it('has only the form where the server knows no demo people', async () => {
    const { shop } = await openApp({
      as: null,
      network: (path) => (path === '/auth/demo-accounts' ? notFound() : undefined),
    });
    expect(await screen.findByLabelText('Email')).toBeInTheDocument();
    await waitFor(() => expect(shop.calls).toContain('GET /auth/demo-accounts'));
    await waitFor(() => expect(screen.queryByText('or use your email')).not.toBeInTheDocument());
    expect(screen.queryByRole('list', { name: 'Demo people' })).not.toBeInTheDocument();
  });
});

function notFound(): Response {
  return new Response('', { status: 404 });
}
