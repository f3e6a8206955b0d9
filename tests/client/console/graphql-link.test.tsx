import '../support/demo-build.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { screen } from '@testing-library/react';
import { WINDOWS } from '../../../client/console/frame/graphql-link.tsx';
import { pageOf } from '../support/console-answers.ts';
import { openApp } from '../support/open-app.tsx';

afterEach(() => window.localStorage.clear());

test('a page of the console leads to what it asks, in the playground', async () => {
  await openApp({ as: 'staff', path: '/admin/approvals', console: { approvals: pageOf([]) } });
  expect(await screen.findByRole('link', { name: 'As GraphQL' })).toHaveAttribute(
    'href',
    '/playground/?window=staff/approvals',
  );
});

test('the page of the own account leads to the playground', async () => {
  await openApp({ as: 'staff', path: '/admin/account' });
  expect(await screen.findByRole('link', { name: 'Open the GraphQL playground' })).toHaveAttribute(
    'href',
    '/playground',
  );
});

test('every window is a ready-made document', () => {
  for (const [, path] of WINDOWS)
    expect([path, existsSync(join(process.cwd(), 'schema', 'operations', `${path}.graphql`))]).toEqual([
      path,
      true,
    ]);
});
