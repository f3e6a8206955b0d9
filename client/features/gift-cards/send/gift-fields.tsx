import type { GiftDesign } from '../../../graphql/graphql.ts';
import { Choice } from '../../../ui/choice.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { Segment } from '../../../ui/segment.tsx';
import text from '../../../ui/text.module.css';
import { giftArtWords } from '../../../wallet/gift/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { dayFault, EMAIL, LONGEST_MESSAGE, LONGEST_NAME } from './gift-form.ts';
import type { GiftSayings } from './gift-form.ts';
import { sendingWords } from './words/words.ts';

const DESIGNS = ['SUNRISE', 'BIRTHDAY', 'FESTIVAL', 'THANKS'] as const satisfies readonly GiftDesign[];

export interface GiftFieldsProps {
  draft: GiftSayings;
  /** Faults are shown once somebody has tried to send it. */
  checked: boolean;
  onChange: (change: Partial<GiftSayings>) => void;
}

/** To whom, from whom, and what is said. */
export function WhomFields({ draft, checked, onChange }: GiftFieldsProps) {
  const { send: words } = useWords(sendingWords);
  const { toEmail, fromName, message } = draft;
  return (
    <>
      <TextField
        label={words.toEmail}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={toEmail}
        error={checked && !EMAIL.test(toEmail.trim()) ? words.noEmail : null}
        onChange={({ target }) => onChange({ toEmail: target.value })}
      />
      <TextField
        label={words.fromName}
        autoComplete="name"
        maxLength={LONGEST_NAME}
        value={fromName}
        error={checked && fromName.trim() === '' ? words.noName : null}
        onChange={({ target }) => onChange({ fromName: target.value })}
      />
      <div>
        <TextArea
          label={words.message}
          rows={3}
          maxLength={LONGEST_MESSAGE}
          value={message}
          onChange={({ target }) => onChange({ message: target.value })}
        />
        <p className={text['note']}>{words.written(message.length, LONGEST_MESSAGE)}</p>
      </div>
    </>
  );
}

export function DesignChoice({ draft, onChange }: Omit<GiftFieldsProps, 'checked'>) {
  const { send: words } = useWords(sendingWords);
  const { wishes } = useWords(giftArtWords);
  return (
    <Choice
      pair
      legend={words.design}
      value={draft.design}
      options={DESIGNS.map((design) => ({ value: design, label: wishes[design] }))}
      onChange={(design) => onChange({ design })}
    />
  );
}

/** Right away, or on a day and at a time in India. */
export function WhenFields({
  draft,
  checked,
  onChange,
  hideLegend = false,
}: GiftFieldsProps & { hideLegend?: boolean }) {
  const { send: words } = useWords(sendingWords);
  const now = useClock();
  const fault = dayFault(draft.day, now());
  return (
    <>
      <Segment
        hideLegend={hideLegend}
        legend={words.when}
        value={draft.when}
        options={[
          { value: 'NOW', label: words.rightAway },
          { value: 'LATER', label: words.onADay },
        ]}
        onChange={(when) => onChange({ when })}
      />
      {draft.when === 'LATER' && (
        <TextField
          label={words.day}
          type="datetime-local"
          value={draft.day}
          error={checked && fault ? words.dayFaults[fault] : null}
          onChange={({ target }) => onChange({ day: target.value })}
        />
      )}
    </>
  );
}
