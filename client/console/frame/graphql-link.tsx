import { useLocation } from 'react-router';
import { demo } from '../../build-info.ts';
import { frameWords as words } from './words.ts';
import styles from './top-bar.module.css';

/** Which ready-made document asks for what a page shows, by how the address begins: the first that fits. */
export const WINDOWS: readonly (readonly [address: string, window: string])[] = [
  ['/admin/wallets/', 'staff/customer'],
  ['/admin/wallets', 'staff/search'],
  ['/admin/approvals/', 'staff/approval'],
  ['/admin/approvals', 'staff/approvals'],
  ['/admin/reviews/', 'staff/payment-review'],
  ['/admin/reviews', 'staff/payment-reviews'],
  ['/admin/bulk/', 'admin/job'],
  ['/admin/bulk', 'admin/jobs'],
  ['/admin/rewards', 'admin/rewards'],
  ['/admin/campaigns/', 'staff/campaign'],
  ['/admin/campaigns', 'staff/campaigns'],
  ['/admin/gift-cards/new', 'admin/issue-gift-cards'],
  ['/admin/gift-cards/', 'staff/gift-card'],
  ['/admin/gift-cards', 'staff/gift-cards'],
  ['/admin/analytics', 'admin/programme-statistics'],
  ['/admin/audit', 'admin/audit-log'],
  ['/admin/integrity', 'admin/integrity'],
];

/** The way from a page to what it asks, in the playground: where there is one, which in production there is not. */
export function GraphqlLink() {
  const { pathname } = useLocation();
  const window = WINDOWS.find(([address]) => pathname.startsWith(address))?.[1];
  if (!demo || window === undefined) return null;
  return (
    <a
      className={styles['asGraphql']}
      href={`/playground/?window=${window}`}
      target="_blank"
      rel="noreferrer"
    >
      {words.asGraphql}
    </a>
  );
}
