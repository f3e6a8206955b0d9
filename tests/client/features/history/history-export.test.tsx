import { act, screen, waitFor } from '@testing-library/react';
import { refusal } from '../../support/fake-shop.ts';
import { openApp } from '../../support/open-app.tsx';

interface Saved {
  name: string;
  content: Blob;
}

const saved: Saved[] = [];

/** jsdom neither makes addresses for files nor downloads them. */
beforeEach(() => {
  let latest: Blob | null = null;
  URL.createObjectURL = (content) => {
    latest = content as Blob;
    return 'blob:file';
  };
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (latest) saved.push({ name: this.download, content: latest });
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  window.localStorage.clear();
  saved.splice(0);
});

const asked: { path: string; authorization: string | null }[] = [];
const FILE = '\ufeffWhen (UTC)\r\n';

function file(): Response {
  return new Response(FILE, {
    headers: {
      'content-type': 'text/csv',
      'content-disposition': 'attachment; filename="early-bird-history_asha.csv"',
      'x-entry-count': '20',
    },
  });
}

/** The history, and a shop that answers for its file. */
async function openHistory(path: string, answer: () => Response | Promise<Response>) {
  asked.splice(0);
  const app = await openApp({
    path,
    network: (address, init) => {
      if (!address.startsWith('/export/')) return undefined;
      asked.push({ path: address, authorization: new Headers(init.headers).get('authorization') });
      return answer();
    },
  });
  return { ...app, button: await screen.findByRole('button', { name: 'Export' }) };
}

describe('exporting the history', () => {
  it('saves the file the server names, and says so', async () => {
    const { user, button } = await openHistory('/history', file);
    await user.click(button);

    expect(await screen.findByText('Your file is saved: 20 entries.')).toBeInTheDocument();
    expect(saved.map(({ name }) => name)).toEqual(['early-bird-history_asha.csv']);
    expect(saved[0]?.content.size).toBe(new Blob([FILE]).size);
    expect(asked).toEqual([{ path: '/export/transactions.csv', authorization: 'Bearer token-1' }]);
  });

  it('asks for what the filters let through, on every page', async () => {
    const path =
      '/history?type=debit%2Crefund&source=refund&order=1031&min=10&max=500&dates=custom&from=2026-10-01&to=2026-10-31';
    const { user, button } = await openHistory(path, file);
    await user.click(button);

    await waitFor(() => expect(saved).toHaveLength(1));
    const [, query] = (asked[0]?.path ?? '').split('?');
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      kinds: 'DEBIT,REFUND',
      sources: 'REFUND',
      from: '2026-10-01T00:00:00.000+05:30',
      to: '2026-11-01T00:00:00.000+05:30',
      orderOrReference: '1031',
      minAmount: '10.00',
      maxAmount: '500.00',
    });
  });

  it('shows that it is under way, and is not asked twice', async () => {
    let answer = (_: Response): void => undefined;
    const { user, button } = await openHistory(
      '/history',
      () => new Promise((resolve) => (answer = resolve)),
    );
    await user.click(button);
    expect(button).toHaveTextContent('Preparing…');
    await user.click(button);
    answer(file());

    await waitFor(() => expect(button).toHaveTextContent('Export'));
    expect(asked).toHaveLength(1);
  });

  it('renews a token that has run out, and asks again', async () => {
    const answers = [refusal(401, 'UNAUTHENTICATED'), file()];
    const { user, button } = await openHistory('/history', () => answers.shift() ?? file());
    await user.click(button);

    await waitFor(() => expect(saved).toHaveLength(1));
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('says what went wrong, by which request, and can be tried again', async () => {
    const answers = [refusal(503, 'TRY_AGAIN', { requestId: 'req-EXPORT' }), file()];
    const { user, button } = await openHistory('/history', () => answers.shift() ?? file());
    await user.click(button);
    expect(await screen.findByText('Your file couldn’t be made.')).toBeInTheDocument();
    expect(screen.getByText('req-EXPORT')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    await waitFor(() => expect(saved).toHaveLength(1));
    expect(screen.queryByText('Your file couldn’t be made.')).not.toBeInTheDocument();
  });

  it('saves nothing of a file that broke off', async () => {
    const broken = () =>
      new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('gone')) }));
    const { user, button } = await openHistory('/history', broken);
    await user.click(button);

    expect(await screen.findByText('Your file couldn’t be made.')).toBeInTheDocument();
    expect(saved).toEqual([]);
  });

  it('saves nothing of a file that says of itself that it is not whole', async () => {
    const cut = `${FILE}"","","","INCOMPLETE","","The server stopped before the end. Export again."\r\n`;
    const { user, button } = await openHistory('/history', () => new Response(cut));
    await user.click(button);

    expect(await screen.findByText('Your file couldn’t be made.')).toBeInTheDocument();
    expect(saved).toEqual([]);
  });

  it('asks for a shorter period where there is too much for one file', async () => {
    const { user, button } = await openHistory('/history', () => refusal(400, 'EXPORT_TOO_LARGE'));
    await user.click(button);

    expect(await screen.findByText(/Choose a shorter period/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  });

  it('is not possible without a connection, and says why', async () => {
    const { user, button } = await openHistory('/history', file);
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));

    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'));
    expect(button).toHaveAccessibleDescription(/^This needs a connection/);
    await user.click(button);
    expect(asked).toEqual([]);
  });
});
