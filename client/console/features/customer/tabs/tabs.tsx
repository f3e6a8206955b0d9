import { Link } from 'react-router';
import { formatCount } from '../../../../format/number.ts';
import type { Role } from '../../../../session/auth-api.ts';
import type { Customer, Wallet } from '../customer-types.ts';
import { customerWords } from '../words.ts';
import { ActList } from './act-list.tsx';
import { Ledger } from './ledger.tsx';
import { Lots } from './lots.tsx';
import { Orders } from './orders.tsx';
import { Payments } from './payments.tsx';
import { Referrals } from './referrals.tsx';
import { Rewards } from './rewards.tsx';
import styles from './tabs.module.css';

const TABS = ['ledger', 'lots', 'payments', 'orders', 'rewards', 'referrals', 'acts'] as const;

export type Tab = (typeof TABS)[number];

/** Reads an address that anybody may have typed. */
export function readTab(params: URLSearchParams): Tab {
  return TABS.find((tab) => tab === params.get('tab')) ?? 'ledger';
}

export interface TabsProps {
  tab: Tab;
  customer: Customer;
  wallet: Wallet;
  role: Role;
}

/** One side of the customer at a time; the address says which. */
export function Tabs({ tab, customer, wallet, role }: TabsProps) {
  const { tabs: words } = customerWords;
  const counts: Partial<Record<Tab, number>> = {
    ledger: wallet.transactionCount,
    lots: wallet.lots.length,
    referrals: wallet.referral.count,
  };
  return (
    <>
      <nav className={styles['tabs']} aria-label={words.label}>
        {TABS.map((one) => (
          <Link
            key={one}
            to={one === 'ledger' ? '?' : `?tab=${one}`}
            aria-current={one === tab ? 'page' : undefined}
          >
            {words[one]}
            {counts[one] !== undefined && <span>{formatCount(counts[one])}</span>}
          </Link>
        ))}
      </nav>
      {tab === 'ledger' && <Ledger customerId={customer.customerId} role={role} />}
      {tab === 'lots' && <Lots wallet={wallet} role={role} />}
      {tab === 'payments' && <Payments customerId={customer.customerId} />}
      {tab === 'orders' && <Orders customerId={customer.customerId} />}
      {tab === 'rewards' && <Rewards customerId={customer.customerId} />}
      {tab === 'referrals' && <Referrals customerId={customer.customerId} />}
      {tab === 'acts' && <ActList customer={customer} role={role} />}
    </>
  );
}
