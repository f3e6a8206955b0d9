import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorBoundary } from '../../../client/app/error-boundary.tsx';
import { words } from '../../../client/app/languages/door/en.ts';
import { ReportsProvider } from '../../../client/app/reports.ts';
import { Announcer } from '../../../client/ui/announcer.tsx';
import { WordsProvider } from '../../../client/words/use-words.ts';

it('has what broke tried again, and the request told under which the shop knows of it', async () => {
  const silence = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  let isBroken = true;
  const Fragile = () => {
    if (isBroken) throw new Error('A bug.');
    return <p>All is well.</p>;
  };
  const told: unknown[] = [];
  const reports = {
    failed: (error: unknown) => {
      told.push(error);
      return Promise.resolve('req-told');
    },
    measured: () => undefined,
  };
  const user = userEvent.setup();
  render(
    <WordsProvider value={words}>
      <ReportsProvider value={reports}>
        <Announcer>
          <ErrorBoundary>
            <Fragile />
          </ErrorBoundary>
        </Announcer>
      </ReportsProvider>
    </WordsProvider>,
  );
  expect(screen.getByText(/Your wallet is not affected/).closest('[role=alert]')).not.toBeNull();
  expect(await screen.findByText('req-told')).toBeInTheDocument();
  expect(told).toEqual([new Error('A bug.')]);
  await user.click(screen.getByRole('button', { name: 'Copy request' }));
  expect(await navigator.clipboard.readText()).toBe('req-told');

  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('All is well.')).toBeInTheDocument();
  silence.mockRestore();
});
