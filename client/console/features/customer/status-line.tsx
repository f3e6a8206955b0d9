import { formatDateTime } from '../../../format/date.ts';
import { Banner } from '../../../ui/banner.tsx';
import type { Wallet } from './customer-types.ts';
import { customerWords } from './words.ts';

const words = customerWords.status;

/** Since when a stopped wallet is stopped, why, and what the customer was told of it. */
export function StatusLine({ wallet }: { wallet: Wallet }) {
  const { status, statusSince, statusReason, shownReason } = wallet;
  if (status === 'ACTIVE') return null;
  const since = formatDateTime(statusSince);
  return (
    <Banner tone="warn" icon={status === 'FROZEN' ? 'snow' : 'ban'}>
      <p>
        <b>{status === 'FROZEN' ? words.frozen(since) : words.suspended(since)}</b>{' '}
        {statusReason !== null && words.reason(statusReason)}
      </p>
      <p>
        {shownReason === null ? words.shownNothing : words.shown(customerWords.shownReasons[shownReason])}
      </p>
    </Banner>
  );
}
