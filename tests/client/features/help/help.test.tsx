import { screen } from '@testing-library/react';
import { openApp } from '../../support/open-app.tsx';

describe('help', () => {
  it('answers from the wallet itself, and says how to reach the shop', async () => {
    await openApp({ path: '/help' });
    expect(await screen.findByText('The last entry made it ₹4,250.00:')).toBeInTheDocument();
    expect(screen.getByText(/^As of \d/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Weekend saver reward' })).toBeInTheDocument();
    expect(
      screen.getByText('The next to end are ₹300.00, on 26 Nov 2026. They are used first.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Your last refund: ₹120.00 of order 1031/)).toBeInTheDocument();
    expect(screen.getByText('₹750.00 more to reach GOLD')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Call 080 5550 0142' })).toBeInTheDocument();
  });
});

/** What a mail app would open with. */
const letter = () => {
  const [, query] = (
    screen.getByRole('link', { name: 'Open in your mail app' }).getAttribute('href') ?? ''
  ).split('?');
  return new URLSearchParams(query);
};

describe('a message to the shop', () => {
  it('is written with the facts of the entry that somebody asks about', async () => {
    const { user } = await openApp({ path: '/history/entry-19' });
    await user.click(await screen.findByRole('link', { name: 'Get help with this entry' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Report a problem' })).toHaveFocus();
    await user.click(screen.getByRole('radio', { name: 'I want my money back for this order' }));
    await user.type(screen.getByLabelText('Tell the shop more (optional)'), 'It never came.');
    expect(letter().get('subject')).toBe('My wallet, entry EB-7K9QX-19');
    expect(letter().get('body')?.split('\n')).toEqual([
      'I want my money back for this order',
      '',
      'It never came.',
      '',
      'Entry: Order 1042',
      'Reference: EB-7K9QX-19',
      'Date: 20 Nov 2026, 6:42 pm',
      'Amount: \u2212₹170.00',
      'Balance after: ₹4,100.00',
      'Name: Asha Rao',
    ]);
    await user.click(screen.getByRole('button', { name: 'Copy the message' }));
    expect(await navigator.clipboard.readText()).toBe(letter().get('body'));
  });

  it('says that it is sent from the mail app, and never that it was', async () => {
    await openApp({ path: '/help/report?entry=entry-19' });
    expect(await screen.findByText(/You send it there/)).toBeInTheDocument();
    expect(screen.queryByText(/was sent|thank you/i)).not.toBeInTheDocument();
  });

  it('asks for no money back of what was added', async () => {
    await openApp({ path: '/help/report?entry=entry-20' });
    expect(await screen.findByRole('radio', { name: 'The amount is not right' })).toBeChecked();
    expect(screen.queryByRole('radio', { name: /money back/ })).not.toBeInTheDocument();
  });

  it('can be about the wallet as a whole', async () => {
    const { user } = await openApp({ path: '/help' });
    await user.click(await screen.findByRole('link', { name: 'Write to the shop' }));
    expect(await screen.findByText(/Your wallet as a whole/)).toBeInTheDocument();
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(letter().get('body')).toBe('Name: Asha Rao');
  });

  it('tells that the entry of its address is not there', async () => {
    await openApp({ path: '/help/report?entry=nowhere' });
    expect(await screen.findByText('The entry of this address isn’t there.')).toBeInTheDocument();
    expect(letter().get('subject')).toBe('My wallet');
  });
});
