import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Account } from '../../session/auth-api.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { LonePage } from '../../ui/lone-page.tsx';
import type { AppServices } from '../services.ts';
import { Looking } from './looking.tsx';
import { useLook } from './use-look.ts';
import type { LookProblem } from './use-look.ts';
import { viewWords as words } from './words.ts';
import styles from './view-as.module.css';

export interface ViewAsProps {
  viewed: { customerId: string };
  /** Who looks. */
  account: Account;
  services: AppServices;
}

/**
 * The app as a customer sees it, for somebody of the shop (decision 86). The token lives in this page alone: loading it anew asks
 * anew why, and so does every address below it.
 */
export function ViewAs({ viewed: { customerId }, account, services }: ViewAsProps) {
  const { look, open, end, ...asked } = useLook(customerId, { account, ...services });
  const back = `/admin/wallets/${customerId}`;
  if (look) return <Looking key={look.grant.accessToken} {...{ look, back, services }} onOver={end} />;
  return <Asking {...{ customerId, back, open }} {...asked} />;
}

interface AskingProps {
  customerId: string;
  back: string;
  open: (reason: string) => Promise<void>;
  asking: boolean;
  problem: LookProblem | null;
  isOver: boolean;
}

function Asking({ customerId, back, open, asking, problem, isOver }: AskingProps) {
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    setMissing(reason === '');
    if (reason !== '' && !asking) void open(reason);
  };
  return (
    <div lang="en-IN">
      <LonePage
        brand={words.brand}
        heading={words.title}
        intro={words.intro(customerId)}
        skip={words.skip}
        documentTitle={words.documentTitle}
      >
        <form className={styles['form']} onSubmit={submit} noValidate>
          {isOver && problem === null && (
            <Banner tone="info" icon="info" urgent>
              <p>{words.over}</p>
            </Banner>
          )}
          {problem && <Problem problem={problem} />}
          <TextField
            label={words.reason}
            name="reason"
            maxLength={200}
            autoComplete="off"
            error={isMissing ? words.reasonMissing : null}
          />
          <p>{words.written}</p>
          <Button type="submit" kind="primary" block busy={asking}>
            {asking ? words.starting : words.start}
          </Button>
          <a href={back}>{words.back}</a>
        </form>
      </LonePage>
    </div>
  );
}

function Problem({ problem: { code, requestId } }: { problem: LookProblem }) {
  const known: Readonly<Record<string, string>> = words.failed;
  return (
    <Banner tone="bad" icon="error" urgent>
      <p>
        <b>{words.notOpened}</b> {known[code] ?? code} {requestId !== null && words.request(requestId)}
      </p>
    </Banner>
  );
}
