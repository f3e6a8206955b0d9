import { screen, waitFor } from '@testing-library/react';

/** The card with the balance, once it says it: before that its own shape stands there under the same name. */
export async function balanceCard(): Promise<HTMLElement> {
  return waitFor(() => {
    const card = screen.getByRole('region', { name: 'Your balance' });
    expect(card).toHaveTextContent(/₹|Amount hidden/);
    return card;
  });
}
