import { render, screen } from '@testing-library/react';
import { ErrorBoundary } from '../../../client/app/error-boundary.tsx';
import { words } from '../../../client/app/languages/en.ts';
import { WordsProvider } from '../../../client/words/use-words.ts';

function Broken(): never {
  throw new Error('A bug.');
}

it('shows what to do instead of an empty page when a screen breaks', () => {
  const silence = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <WordsProvider value={words}>
      <ErrorBoundary>
        <Broken />
      </ErrorBoundary>
    </WordsProvider>,
  );
  silence.mockRestore();
  expect(screen.getByRole('alert')).toHaveTextContent('Your wallet is not affected.');
  expect(screen.getByRole('button', { name: 'Load again' })).toBeInTheDocument();
});
