import { useCallback, useEffect, useRef, useState } from 'react';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { bodyOf, isRecord } from '../../session/auth-api.ts';
import { useNetwork, useSession } from '../../session/session-provider.tsx';
import type { Session } from '../../session/session.ts';

export type ExportState =
  { step: 'idle' } | { step: 'preparing' } | { step: 'tooLarge' } | { step: 'failed'; error: unknown };

type Fetch = typeof globalThis.fetch;

const FALLBACK_NAME = 'early-bird-history.csv';

/** Fetches the file of a history with the token of this page, which no link could carry, and saves it. */
export function useExport(onSaved: (entries: number | null) => void) {
  const fetch = useNetwork();
  const session = useSession();
  const [state, setState] = useState<ExportState>({ step: 'idle' });
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  const start = useCallback(
    async (path: string): Promise<void> => {
      const controller = new AbortController();
      leaving.current = controller;
      setState({ step: 'preparing' });
      try {
        const response = await authorised(fetch, session, path, controller.signal);
        if (!response.ok) throw await problemOf(response);
        const file = await response.blob();
        if (await isIncomplete(file)) throw new Error('The server stopped before the end of the export.');
        saveFile(file, nameOf(response));
        setState({ step: 'idle' });
        onSaved(countOf(response));
      } catch (error) {
        if (!controller.signal.aborted)
          setState(isTooLarge(error) ? { step: 'tooLarge' } : { step: 'failed', error });
      }
    },
    [fetch, session, onSaved],
  );
  return { state, start };
}

/** Access tokens last minutes; a page may be open for hours. */
async function authorised(
  fetch: Fetch,
  session: Session,
  path: string,
  signal: AbortSignal,
): Promise<Response> {
  const state = session.state();
  // Whoever signs in while this goes on must not be asked for somebody else's file.
  const accountId = state.status === 'signedIn' ? state.account.id : '';
  const send = (token: string | null) =>
    fetch(path, {
      credentials: 'same-origin',
      signal,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    });
  const token = session.accessToken(accountId);
  const response = await send(token);
  if (response.status !== 401 || (await session.renew(accountId, token)) !== 'renewed') return response;
  return send(session.accessToken(accountId));
}

/** The server's `{ error }`, in the form in which every other failure of the API arrives. */
async function problemOf(response: Response): Promise<CombinedGraphQLErrors> {
  const body = await bodyOf(response);
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {};
  const extensions = {
    code: error['code'],
    requestId: error['requestId'] ?? response.headers.get('x-request-id'),
  };
  return new CombinedGraphQLErrors({ errors: [{ message: String(error['message'] ?? ''), extensions }] });
}

function isTooLarge(error: unknown): boolean {
  return CombinedGraphQLErrors.is(error) && error.errors[0]?.extensions?.['code'] === 'EXPORT_TOO_LARGE';
}

/** A server that has to stop ends a long export with a row that says so; that of the books has one cell. */
async function isIncomplete(file: Blob): Promise<boolean> {
  const end = await file.slice(-400).text();
  return /\n("","","","INCOMPLETE",[^\r\n]*|"The server stopped before the end[^\r\n]*)\r\n$/.test(end);
}

function nameOf({ headers }: Response): string {
  return /filename="([\w.-]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? FALLBACK_NAME;
}

function countOf({ headers }: Response): number | null {
  const text = headers.get('x-entry-count') ?? '';
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** Hands a file to the browser as a download. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin the download only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
