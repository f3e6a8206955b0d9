import { createContext, useContext, useState } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '../../../../session/auth-api.ts';
import { useConnected } from '../../../../session/use-connected.ts';
import { Button } from '../../../../ui/button.tsx';
import { useShortcut } from '../../../ui/shortcuts.tsx';
import { Key } from '../../../ui/keys.tsx';
import type { Customer, Wallet } from '../customer-types.ts';
import { AddCredits } from './add-credits.tsx';
import { ExtendExpiry } from './extend-expiry.tsx';
import { RefundDebit } from './refund-debit.tsx';
import { RefundOrder } from './refund-order.tsx';
import { RefundToSource } from './refund-to-source.tsx';
import { ReverseCredit } from './reverse-credit.tsx';
import { SettleOwed } from './settle-owed.tsx';
import { SetStatus } from './set-status.tsx';
import type { Subject } from './subject.ts';
import { actWords as words } from './words.ts';

interface ActingPlace {
  account: Account;
  open: (subject: Subject) => void;
}

const ActingContext = createContext<ActingPlace | null>(null);

/** Opens the dialog of an act, from wherever on the page. */
export function useActing(): ActingPlace {
  const place = useContext(ActingContext);
  if (place === null) throw new Error('Acting is missing above this component.');
  return place;
}

export interface ActingProps {
  account: Account;
  /** Null until it is known. */
  customer: Customer | null;
  children: ReactNode;
}

/** One act at a time, over the page of the customer whom it is about. */
export function Acting({ account, customer, children }: ActingProps) {
  const [subject, open] = useState<Subject | null>(null);
  const close = (): void => open(null);
  return (
    <ActingContext value={{ account, open }}>
      {children}
      {subject !== null && customer !== null && <Dialog {...{ subject, customer, close }} />}
    </ActingContext>
  );
}

interface DialogProps {
  subject: Subject;
  customer: Customer;
  close: () => void;
}

function Dialog({ subject, customer, close }: DialogProps) {
  const common = { customer, onClose: close };
  switch (subject.act) {
    case 'add':
      return <AddCredits {...common} />;
    case 'refund':
      return <RefundDebit {...common} debit={subject} />;
    case 'toSource':
      return <RefundToSource {...common} topUp={subject} />;
    case 'order':
      return <RefundOrder {...common} order={subject} />;
    case 'reverse':
      return <ReverseCredit {...common} credit={subject} />;
    case 'extend':
      return <ExtendExpiry {...common} credit={subject} />;
    case 'settle':
      return <SettleOwed {...common} owing={subject} />;
    case 'status':
      return <SetStatus {...common} to={subject.to} />;
  }
}

/** What may be done with the whole wallet. A refund begins at its payment, in the ledger. */
export function ActButtons({ wallet }: { wallet: Wallet }) {
  const { account, open } = useActing();
  const connected = useConnected();
  const isAdmin = account.role === 'ADMIN';
  const isActive = wallet.status === 'ACTIVE';
  useShortcut('c', words.add.name, () => open({ act: 'add' }));
  return (
    <>
      <Button
        kind="primary"
        icon="plus"
        aria-keyshortcuts="c"
        unavailable={!connected}
        onClick={() => open({ act: 'add' })}
      >
        {words.add.name} <Key>C</Key>
      </Button>
      {isActive ? (
        <Button icon="snow" unavailable={!connected} onClick={() => open({ act: 'status', to: 'FROZEN' })}>
          {words.status.freeze}
        </Button>
      ) : (
        (wallet.status === 'FROZEN' || isAdmin) && (
          <Button icon="ok" unavailable={!connected} onClick={() => open({ act: 'status', to: 'ACTIVE' })}>
            {words.status.release}
          </Button>
        )
      )}
      {isAdmin && wallet.status !== 'SUSPENDED' && (
        <Button icon="ban" unavailable={!connected} onClick={() => open({ act: 'status', to: 'SUSPENDED' })}>
          {words.status.suspend}
        </Button>
      )}
    </>
  );
}
