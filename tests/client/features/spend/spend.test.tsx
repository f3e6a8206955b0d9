import { fireEvent, screen } from '@testing-library/react';
import { openApp } from '../../support/open-app.tsx';
import { asha } from '../../support/stories.ts';

afterEach(() => window.localStorage.clear());

const ORDER = '/use?order=1043&amount=3400.00';

describe('using credits', () => {
  it('shows what a payment does, pays once, and gives a receipt', async () => {
    const { user, shop } = await openApp({ path: ORDER });
    await user.click(await screen.findByRole('button', { name: 'See what it does' }));
    expect(await screen.findByRole('list', { name: 'Which credits are used' })).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'After you pay' })).toHaveTextContent('New balance₹850.00');
    expect(screen.getByText(/You’ll move to BRONZE/)).toBeInTheDocument();
    await user.dblClick(screen.getByRole('button', { name: 'Pay ₹3,400.00 with credits' }));
    expect(await screen.findByRole('heading', { name: 'Paid ₹3,400.00 with credits' })).toHaveFocus();
    expect(screen.getByText('Your balance is now ₹850.00.')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Paid from' })).toBeInTheDocument();
    expect(shop.requests.filter((request) => request.operationName === 'DeductCredits')).toHaveLength(1);
  });

  it('leads from a shortfall to a top-up of exactly that, and back', async () => {
    const { user } = await openApp({ path: '/use?order=1044&amount=4410.00' });
    await user.click(await screen.findByRole('button', { name: 'See what it does' }));
    expect(await screen.findByText(/You are ₹160.00 short./)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Add ₹160.00 and come back' })).toHaveAttribute(
      'href',
      `/add?amount=160.00&back=${encodeURIComponent('/use?order=1044&amount=4410.00')}`,
    );
    expect(screen.queryByRole('button', { name: /with credits/ })).not.toBeInTheDocument();
  });

  it('asks for an order and a sensible amount', async () => {
    const { user } = await openApp({ path: '/use' });
    await user.click(await screen.findByRole('button', { name: 'See what it does' }));
    expect(screen.getByText('Enter the order number.')).toBeInTheDocument();
    expect(screen.getByText(/Enter an amount above zero/)).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Order number' }), '7');
    await user.click(screen.getByRole('radio', { name: 'Use all available (₹4,250.00)' }));
    await user.click(screen.getByRole('button', { name: 'See what it does' }));
    expect(await screen.findByRole('button', { name: 'Pay ₹4,250.00 with credits' })).toBeInTheDocument();
  });

  it('takes a part by slider or by typing, and says what is left to pay', async () => {
    const { user } = await openApp({ path: ORDER });
    const slider = await screen.findByRole('slider', { name: 'Slide to choose' });
    const field = screen.getByRole('textbox', { name: 'Amount to pay with credits' });
    expect(screen.getByText('The order costs ₹3,400.00.')).toBeInTheDocument();
    expect(slider).toHaveAttribute('max', '3400');
    expect(slider).toHaveAttribute('aria-valuetext', '₹3,400.00');
    expect(screen.getByText('Nothing is left to pay.')).toBeInTheDocument();
    fireEvent.change(slider, { target: { value: '1000' } });
    expect(field).toHaveValue('1000.00');
    expect(screen.getByText('₹2,400.00 left to pay by UPI or card.')).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, '99.50');
    expect(slider).toHaveValue('99');
    expect(slider).toHaveAttribute('aria-valuetext', '₹99.50');
    expect(screen.getByText('₹3,300.50 left to pay by UPI or card.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'See what it does' }));
    expect(await screen.findByRole('button', { name: 'Pay ₹99.50 with credits' })).toBeInTheDocument();
  });

  it('uses all there is where the order costs more', async () => {
    const { user } = await openApp({ path: '/use?order=1044&amount=4410.00' });
    expect(await screen.findByText('That is ₹160.00 more than you have.')).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Use all available (₹4,250.00)' }));
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
    expect(screen.getByText('₹160.00 left to pay by UPI or card.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'See what it does' }));
    expect(await screen.findByRole('button', { name: 'Pay ₹4,250.00 with credits' })).toBeInTheDocument();
  });

  it('explains a wallet on hold instead of asking', async () => {
    await openApp({ path: ORDER, story: { ...asha, status: 'FROZEN' } });
    expect(await screen.findByText('The shop has frozen your wallet.')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});
