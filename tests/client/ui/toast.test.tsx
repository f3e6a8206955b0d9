import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Announcer } from '../../../client/ui/announcer.tsx';
import { Toasts, useToast } from '../../../client/ui/toast.tsx';

/** Where things stand in a window of 800 pixels: the toast where its edge says, everything else where the test says. */
const places = new Map<string, [top: number, height: number]>();
beforeEach(() => {
  window.innerHeight = 800;
  places.clear();
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const isToast = this.getAttribute('aria-live') === 'off';
    const own: [number, number] = this.classList.contains('top') ? [40, 60] : [700, 60];
    const [top, height] = isToast ? own : (places.get(this.textContent) ?? [0, 0]);
    return new DOMRect(0, top, 300, height);
  });
});
afterEach(() => jest.restoreAllMocks());

const seen = jest.fn();

function Page() {
  const toast = useToast();
  return (
    <main>
      <button onClick={() => toast('Saved', { label: 'See it', href: '/it', go: seen })}>Save</button>
      <button>Next</button>
      <div tabIndex={0}>Everything</div>
    </main>
  );
}

const toast = () => screen.getAllByRole('status').find((one) => one.getAttribute('aria-live') === 'off');

async function saved() {
  const user = userEvent.setup();
  render(
    <Announcer>
      <Toasts closeLabel="Close">
        <Page />
      </Toasts>
    </Announcer>,
  );
  await user.click(screen.getByRole('button', { name: 'Save' }));
  return user;
}

describe('a toast', () => {
  it('is no landmark, and announces nothing a second time', async () => {
    await saved();
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
    expect(toast()).toHaveTextContent('Saved');
  });

  it('leads to what it tells of, and is gone then', async () => {
    const user = await saved();
    expect(screen.getByRole('link', { name: 'See it' })).toHaveAttribute('href', '/it');
    await user.click(screen.getByRole('link', { name: 'See it' }));
    expect(seen).toHaveBeenCalledTimes(1);
    expect(toast()).toBeUndefined();
  });

  it('makes way for what has the keyboard’s focus, at once and when the focus moves on', async () => {
    places.set('Save', [710, 40]).set('Next', [50, 40]);
    const user = await saved();
    expect(toast()).toHaveClass('top');
    await user.tab();
    expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus();
    expect(toast()).not.toHaveClass('top');
  });

  it('makes way where the page brings the focus under it', async () => {
    places.set('Save', [400, 40]);
    await saved();
    expect(toast()).not.toHaveClass('top');
    places.set('Save', [720, 40]);
    act(() => void window.dispatchEvent(new Event('scroll')));
    expect(toast()).toHaveClass('top');
  });

  it('stays where what has the focus reaches from edge to edge', async () => {
    places.set('Everything', [0, 800]);
    const user = await saved();
    await user.tab();
    await user.tab();
    expect(screen.getByText('Everything')).toHaveFocus();
    expect(toast()).not.toHaveClass('top');
  });
});
