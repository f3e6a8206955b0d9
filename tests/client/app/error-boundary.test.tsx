import { render, screen } from '@testing-library/react';
import { ErrorBoundary } from '../../../client/app/error-boundary.tsx';

function Broken(): never {
  throw new Error('A bug.');
}

it('shows what to do instead of an empty page when a screen breaks', () => {
  const silence = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  silence.mockRestore();
  expect(screen.getByRole('alert')).toHaveTextContent('Your wallet is not affected.');
  expect(screen.getByRole('button', { name: 'Load again' })).toBeInTheDocument();
});
