import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { HelpReportQuery, ReportedEntry_TransactionFragment } from '../../../graphql/graphql.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { classes } from '../../../ui/classes.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { ActionBar, Flow } from '../../../ui/flow.tsx';
import { Icon } from '../../../ui/icon.tsx';
import link from '../../../ui/link.module.css';
import { Tip, Tips } from '../../../ui/tips.tsx';
import { useWords } from '../../../words/use-words.ts';
import { helpWords } from '../words/words.ts';
import { ReportedEntry } from './reported-entry.tsx';
import { useMessage } from './use-message.ts';
import type { Message } from './use-message.ts';
import styles from './report.module.css';

type Problem = 'AMOUNT' | 'UNKNOWN' | 'MONEY_BACK' | 'OTHER';

/** What the shop may be written to at most. */
const MORE_LENGTH = 1_000;

export interface ReportFormProps {
  entry: ReportedEntry_TransactionFragment | null;
  shop: HelpReportQuery['shop'];
  name: string;
}

/** Writes the message as far as it can be known; its owner sends it. */
export function ReportForm({ entry, shop, name }: ReportFormProps) {
  const { report } = useWords(helpWords);
  const [problem, setProblem] = useState<Problem>('AMOUNT');
  const [more, setMore] = useState('');
  const message = useMessage({ entry, problem: entry && report.problems[problem], more, name });
  return (
    <Flow
      side={
        <>
          <Card title={report.message}>
            <Tips>
              {entry && <Tip icon="ok">{report.withEntry}</Tip>}
              <Tip icon="ok">{report.withName(name)}</Tip>
              <Tip icon="ban">{report.withoutCard}</Tip>
            </Tips>
          </Card>
          <Ways shop={shop} message={message} />
        </>
      }
    >
      <About entry={entry} />
      <section className={styles['panel']} aria-label={report.wrong}>
        {entry && (
          <Choice
            legend={report.wrong}
            value={problem}
            options={problemsOf(entry).map((value) => ({ value, label: report.problems[value] }))}
            onChange={setProblem}
          />
        )}
        <TextArea
          label={report.more}
          placeholder={report.expected}
          rows={4}
          maxLength={MORE_LENGTH}
          value={more}
          onChange={({ target }) => setMore(target.value)}
        />
      </section>
    </Flow>
  );
}

/** Money comes back only for what was spent. */
function problemsOf({ kind }: ReportedEntry_TransactionFragment): Problem[] {
  return kind === 'DEBIT' ? ['AMOUNT', 'UNKNOWN', 'MONEY_BACK', 'OTHER'] : ['AMOUNT', 'UNKNOWN', 'OTHER'];
}

function About({ entry }: Pick<ReportFormProps, 'entry'>) {
  const { report } = useWords(helpWords);
  const headingId = useId();
  return (
    <section className={styles['panel']} aria-labelledby={headingId}>
      <h2 id={headingId}>{report.about}</h2>
      {entry ? <ReportedEntry entry={entry} /> : <p>{report.noEntry}</p>}
      <Link className={link['link']} to="/history">
        {entry ? report.chooseOther : report.choose}
      </Link>
    </section>
  );
}

/** Nothing is sent from here, so nothing here says that it was. */
function Ways({
  shop: { phone, email, hours },
  message,
}: {
  shop: ReportFormProps['shop'];
  message: Message;
}) {
  const { report } = useWords(helpWords);
  const letter = `subject=${encodeURIComponent(message.subject)}&body=${encodeURIComponent(message.body)}`;
  return (
    <>
      <ActionBar>
        <p className={styles['how']}>{email === null ? report.byHand : report.byMail(email)}</p>
        {email !== null && (
          <a className={classes(buttonClass('primary'))} href={`mailto:${email}?${letter}`}>
            <Icon name="chat" size="sm" />
            {report.write}
          </a>
        )}
        <CopyButton text={message.body} label={report.copy} done={report.copied} />
      </ActionBar>
      {phone !== null && (
        <p className={styles['how']}>
          <a href={`tel:${phone.replace(/[ -]/g, '')}`}>{report.hurry(phone)}</a>
          {hours !== null && `, ${hours}`}
        </p>
      )}
    </>
  );
}
