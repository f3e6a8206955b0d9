import { screen } from '@testing-library/react';
import { openApp } from '../../support/open-app.tsx';

describe('help', () => {
  it('answers from the wallet itself, and says how to reach the shop', async () => {
    await openApp({ path: '/help' });
    expect(await screen.findByText('The last entry made it ₹4,250.00:')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Weekend saver reward' })).toBeInTheDocument();
    expect(
      screen.getByText('The next to end are ₹300.00, on 26 Nov 2026. They are used first.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Your last refund: ₹120.00 of order 1031/)).toBeInTheDocument();
    expect(screen.getByText('₹750.00 more to reach GOLD')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Call 080 5550 0142' })).toBeInTheDocument();
  });

  it('knows the entry that somebody asks about, and writes its reference into the letter', async () => {
    const { user } = await openApp({ path: '/history/entry-20' });
    await user.click(await screen.findByRole('link', { name: 'Get help with this entry' }));
    expect(await screen.findAllByText('EB-7K9QX-20')).not.toHaveLength(0);
    expect(screen.getByRole('link', { name: 'Write to the shop' })).toHaveAttribute(
      'href',
      'mailto:help@earlybird.example?subject=My%20wallet%2C%20entry%20EB-7K9QX-20',
    );
  });
});
