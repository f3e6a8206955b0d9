import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatMoney } from '../../../format/money.ts';
import { indiaDay } from '../../../format/date.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { Columns } from '../../../ui/columns.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import { ModalDialog } from '../../../ui/modal-dialog.tsx';
import text from '../../../ui/text.module.css';
import { useFirstFault } from '../../../ui/use-first-fault.ts';
import { BackLink } from '../../../wallet/back-link.tsx';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import { HintedField } from '../../parts/hinted-field.tsx';
import layout from '../../parts/layout.module.css';
import { NoteField } from '../../parts/note-field.tsx';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { ConsolePage } from '../../ui/console-page.tsx';
import { Denied } from '../../ui/denied.tsx';
import { EMPTY, faultsOf, issueOf, totalOf } from './issue-draft.ts';
import type { Draft, Faults, Issue } from './issue-draft.ts';
import { IssuedCodes } from './issued-codes.tsx';
import { CARDS_PATH } from './standing.ts';
import { useIssueCards, useStartBatch } from './use-issue-cards.ts';
import type { Issued } from './use-issue-cards.ts';
import { giftCardsWords } from './words.ts';

const { issue: words, page } = giftCardsWords;

/** Gift cards that the shop gives away: a few with their codes at once, or many as a file. */
export function IssueGiftCards() {
  const account = useOwnAccount();
  const [cards, setCards] = useState<Issued['giftCards'] | null>(null);
  const isDenied = account !== null && account.role !== 'ADMIN';
  return (
    <ConsolePage
      heading={cards === null ? words.title : words.issued(cards.length)}
      lead={<BackLink to={CARDS_PATH} label={page.back} />}
    >
      {isDenied ? (
        <Denied requestId={null} />
      ) : cards === null ? (
        <Form onIssued={setCards} />
      ) : (
        <IssuedCodes cards={cards} />
      )}
    </ConsolePage>
  );
}

function Form({ onIssued }: { onIssued: (cards: Issued['giftCards']) => void }) {
  const today = indiaDay(useClock()());
  const [draft, setDraft] = useState(EMPTY);
  const [faults, setFaults] = useState<Faults>({});
  const [asked, setAsked] = useState<Issue | null>(null);
  const [form, showFault] = useFirstFault();
  const put = <F extends keyof Draft>(name: F, value: Draft[F]): void => {
    setDraft((before) => ({ ...before, [name]: value }));
    setFaults(({ [name]: _mended, ...others }) => others);
  };
  const field = (name: 'count' | 'amount' | 'until' | 'reason') => ({
    value: draft[name],
    error: faults[name] ?? null,
    onChange: (value: string) => put(name, value),
  });
  const review = (): void => {
    const found = faultsOf(draft, today);
    setFaults(found);
    if (Object.keys(found).length > 0) return showFault();
    setAsked(issueOf(draft));
  };
  return (
    <Columns side={<Effect draft={draft} />}>
      <form
        ref={form}
        noValidate
        className={layout['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          review();
        }}
      >
        <Card title={words.cards}>
          <div className={layout['fields']}>
            <HintedField label={words.count} hint={words.countHint} inputMode="numeric" {...field('count')} />
            <HintedField
              label={words.amount}
              hint={words.amountHint}
              inputMode="decimal"
              {...field('amount')}
            />
            <HintedField label={words.until} hint={words.untilHint} type="date" {...field('until')} />
            <div className={layout['whole']}>
              <NoteField label={words.reason} hint={words.reasonHint} {...field('reason')} />
            </div>
            <div className={layout['whole']}>
              <Choice
                pair
                legend={words.delivery}
                value={draft.delivery}
                options={(['PAGE', 'FILE'] as const).map((value) => ({ value, ...words.deliveries[value] }))}
                onChange={(value) => {
                  put('delivery', value);
                  setFaults(({ count: _count, ...others }) => others);
                }}
              />
            </div>
          </div>
        </Card>
        <div className={`${layout['acts'] ?? ''} ${layout['end'] ?? ''}`}>
          <Button type="submit" kind="primary">
            {words.review}
          </Button>
        </div>
      </form>
      {asked !== null &&
        (draft.delivery === 'PAGE' ? (
          <AskPage wish={asked} draft={draft} onIssued={onIssued} onClose={() => setAsked(null)} />
        ) : (
          <AskFile wish={asked} draft={draft} onClose={() => setAsked(null)} />
        ))}
    </Columns>
  );
}

/** What the draft comes to, as it is typed. */
function Effect({ draft }: { draft: Draft }) {
  const total = totalOf(draft);
  return (
    <Card title={words.effect}>
      <div className={layout['stack']} aria-live="polite">
        {total === null ? (
          <p>{words.unknownTotal}</p>
        ) : (
          <Facts>
            <Fact name={words.together}>
              <b>{formatMoney(total)}</b>
            </Fact>
            <Fact name={words.funding}>{giftCardsWords.fundings.GRANTED}</Fact>
          </Facts>
        )}
        {words.handling.map((line) => (
          <p key={line} className={text['note']}>
            {line}
          </p>
        ))}
      </div>
    </Card>
  );
}

interface AskProps {
  wish: Issue;
  draft: Draft;
  onClose: () => void;
}

function AskPage({
  wish,
  draft,
  onIssued,
  onClose,
}: AskProps & { onIssued: (cards: Issued['giftCards']) => void }) {
  const { issue, ...intent } = useIssueCards();
  const send = async (): Promise<void> => {
    const answer = await issue(wish);
    if (answer && answer.giftCards.length > 0) onIssued(answer.giftCards);
  };
  return <Ask {...{ wish, draft, intent, onClose }} onSend={() => void send()} />;
}

function AskFile({ wish, draft, onClose }: AskProps) {
  const { start, ...intent } = useStartBatch();
  const navigate = useNavigate();
  const send = async (): Promise<void> => {
    const answer = await start(wish);
    if (answer?.job) void navigate(`/admin/bulk/${encodeURIComponent(answer.job.id)}`);
  };
  return <Ask {...{ wish, draft, intent, onClose }} onSend={() => void send()} />;
}

interface SureProps extends AskProps {
  intent: Omit<ReturnType<typeof useIssueCards>, 'issue'>;
  onSend: () => void;
}

/** Says once more what will be, before anything is. */
function Ask({ wish, draft: { delivery, ...draft }, intent, onSend, onClose }: SureProps) {
  const { sending, unknown, asking, askNow, error, refusals } = intent;
  const connected = useConnected();
  const busy = sending || unknown;
  const total = totalOf({ ...draft, delivery });
  const together = total === null ? '' : formatMoney(total);
  return (
    <ModalDialog
      title={words.ask(wish.count, formatMoney({ currencyCode: 'INR', ...wish.amount }))}
      closeLabel={words.close}
      busy={busy}
      onClose={onClose}
    >
      <div className={layout['stack']}>
        <p>{words.sentence[delivery](together)}</p>
        {unknown && <UnknownBanner title={words.unknown} asking={asking} onAsk={askNow} />}
        {error !== null && (
          <ProblemBanner title={words.notIssued} error={error} onRetry={onSend} retrying={sending} />
        )}
        <RefusalBanners title={words.notIssued} errors={refusals} />
        <div className={layout['acts']}>
          <Button
            kind="primary"
            busy={busy}
            unavailable={!connected}
            onClick={() => {
              if (!busy) onSend();
            }}
          >
            {busy ? words.sending : words.confirm[delivery](wish.count, together)}
          </Button>
          <Button unavailable={busy} onClick={onClose}>
            {words.back}
          </Button>
        </div>
      </div>
    </ModalDialog>
  );
}
