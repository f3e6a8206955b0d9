import { fireEvent, render, screen } from '@testing-library/react';
import { lookAhead } from '../../../client/app/ahead.ts';

it.each<[string, (link: HTMLElement) => void]>([
  ['pointed at', (link) => fireEvent.pointerOver(link)],
  ['reached by keyboard', (link) => link.focus()],
  ['touched', (link) => fireEvent.touchStart(link)],
])('what a link leads to is on its way as soon as the link is %s', (_, act) => {
  const brought: string[] = [];
  const ahead = lookAhead([
    [/^\/history(\/|$)/, () => brought.push('history')],
    [/^\/history\/./, () => brought.push('entry')],
    [/^\/rewards$/, () => brought.push('rewards')],
  ]);
  render(
    <div {...ahead}>
      <a href="/history/entry-1">
        <b>Order 1042</b>
      </a>
      <a href="https://elsewhere.example/rewards">Elsewhere</a>
      <p>Nothing</p>
    </div>,
  );
  act(screen.getByText('Elsewhere'));
  act(screen.getByText('Nothing'));
  expect(brought).toEqual([]);
  act(screen.getByRole('link', { name: 'Order 1042' }));
  expect(brought).toEqual(['history', 'entry']);
});
