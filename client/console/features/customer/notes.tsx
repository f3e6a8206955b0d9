import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { formatDateTime } from '../../../format/date.ts';
import { ConsoleAddNoteDocument } from '../../../graphql/graphql.ts';
import type { ConsoleAddNoteMutation } from '../../../graphql/graphql.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { UnknownBanner } from '../../../wallet/unknown-banner.tsx';
import { useIntent } from '../../../wallet/use-intent.ts';
import { useShortcut } from '../../ui/shortcuts.tsx';
import { Refusals } from './acts/refusals.tsx';
import type { Refusal } from './acts/use-two-steps.ts';
import type { Customer, Wallet } from './customer-types.ts';
import { customerWords } from './words.ts';
import styles from './customer.module.css';

const words = customerWords.notes;
const LONGEST = 200;

/** What people of the shop have written down about this customer, newest first. */
export function Notes({ customer, wallet }: { customer: Customer; wallet: Wallet }) {
  const [writing, setWriting] = useState(false);
  useShortcut('n', words.add, () => setWriting(true));
  const notes = wallet.notes?.nodes ?? [];
  return (
    <Card
      title={words.title}
      action={
        !writing && (
          <Button small kind="quiet" icon="plus" onClick={() => setWriting(true)}>
            {words.add}
          </Button>
        )
      }
    >
      {writing && <NoteForm customer={customer} onDone={() => setWriting(false)} />}
      {notes.length === 0 && !writing && <p className={styles['small']}>{words.none}</p>}
      <ul className={styles['notes']}>
        {notes.map(({ id, text, by, at }) => (
          <li key={id}>
            {text}
            <small>
              {by.id} · {formatDateTime(at)}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function NoteForm({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const [text, setText] = useState('');
  const toast = useToast();
  const connected = useConnected();
  const [send, { client }] = useMutation(ConsoleAddNoteDocument);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const intent = useIntent<ConsoleAddNoteMutation['addWalletNote']>('addWalletNote');
  const { customerId } = customer;
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const note = text.trim();
    if (note === '' || intent.sending || intent.unknown) return;
    const saved = await intent.carryOut([customerId, note], async (idempotencyKey) => {
      const answer = await send({ variables: { input: { customerId, text: note, idempotencyKey } } });
      return answer.data?.addWalletNote;
    });
    setRefusals(saved?.userErrors ?? []);
    if (!saved?.note) return;
    toast(words.saved);
    onDone();
    await client.refetchQueries({ include: ['ConsoleCustomer'] });
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      {intent.unknown && <UnknownBanner title={words.unknown} asking={intent.asking} onAsk={intent.askNow} />}
      <Refusals title={words.refused} errors={refusals} error={intent.error} />
      <TextArea
        autoFocus
        required
        rows={3}
        maxLength={LONGEST}
        label={words.label}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className={styles['small']}>{words.hint}</p>
      <Button
        small
        kind="primary"
        type="submit"
        busy={intent.sending || intent.unknown}
        unavailable={!connected}
      >
        {words.save}
      </Button>
    </form>
  );
}
