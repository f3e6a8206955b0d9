import { useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { demo } from '../../../build-info.ts';
import { formatMoney } from '../../../format/money.ts';
import { isWithin } from '../../../format/sum.ts';
import { typedAmount } from '../../../format/typed-amount.ts';
import type { GiftLanguage, PaymentMethod } from '../../../graphql/graphql.ts';
import { usePreferences } from '../../../preferences/preferences-provider.tsx';
import type { Account } from '../../../session/auth-api.ts';
import { useConnected } from '../../../session/use-connected.ts';
import { Card } from '../../../ui/card.tsx';
import { useClock } from '../../../ui/clock.tsx';
import { ActionBar, Flow } from '../../../ui/flow.tsx';
import { Page } from '../../../ui/page.tsx';
import { Segment } from '../../../ui/segment.tsx';
import text from '../../../ui/text.module.css';
import { useFirstFault } from '../../../ui/use-first-fault.ts';
import { useStillHere } from '../../../ui/use-still-here.ts';
import { BackLink } from '../../../wallet/back-link.tsx';
import { AmountChoice } from '../../../wallet/payment/amount-choice.tsx';
import { BeginPayment } from '../../../wallet/payment/begin-payment.tsx';
import { MethodChoice } from '../../../wallet/payment/method-choice.tsx';
import { paymentWords } from '../../../wallet/payment/words/words.ts';
import { LANGUAGES } from '../../../words/languages.ts';
import { sharedWords } from '../../../words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { Buyable } from '../buy/buyable.tsx';
import type { BuyTerms } from '../buy/buyable.tsx';
import { DesignChoice, WhenFields, WhomFields } from './gift-fields.tsx';
import { instantOf, isSayable } from './gift-form.ts';
import type { GiftSayings } from './gift-form.ts';
import { Preview } from './preview.tsx';
import { sentPath } from './sent-path.ts';
import { useSendGift } from './use-send-gift.ts';
import { sendingWords } from './words/words.ts';
import styles from './send.module.css';

export { asks } from '../buy/buyable.tsx';

/** To whom, how much, what is said and when; then it is paid. */
export function SendGiftScreen({ account }: { account: Account }) {
  const { send: words } = useWords(sendingWords);
  const { app, actions } = useWords(sharedWords);
  return (
    <Page
      flow
      heading={words.title}
      documentTitle={app.title(words.title)}
      back={<BackLink to="/gift-cards" icon="close" label={actions.close} />}
    >
      <Buyable>{(terms) => <GiftForm name={account.name} terms={terms} />}</Buyable>
    </Page>
  );
}

interface Draft extends GiftSayings {
  amount: string;
  language: GiftLanguage;
  method: PaymentMethod;
}

function GiftForm({ name, terms }: { name: string; terms: BuyTerms }) {
  const { send: words } = useWords(sendingWords);
  const { payment } = useWords(paymentWords);
  const [{ language }] = usePreferences();
  const now = useClock();
  const connected = useConnected();
  const navigate = useNavigate();
  const [form, showFault] = useFirstFault();
  const [checked, setChecked] = useState(false);
  const [draft, setDraft] = useState<Draft>({
    ...{
      amount: '500.00',
      toEmail: '',
      fromName: name,
      message: '',
      design: 'SUNRISE',
      when: 'NOW',
      day: '',
    },
    ...{ language: language === 'hi' ? 'HI' : 'EN', method: 'UPI' },
  });
  const { begin, reset, ...intent } = useSendGift();
  const here = useStillHere();
  const say = (change: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    setChecked(false);
    reset();
  };
  const { minGiftCard: least, maxGiftCard: most } = terms;
  const typed = typedAmount(draft.amount);
  const value = typed !== null && isWithin(typed, least, most) ? typed : null;
  const limits = words.limits(formatMoney(least), formatMoney(most));
  const deliverAt = draft.when === 'NOW' ? null : instantOf(draft.day);
  const send = async (): Promise<void> => {
    setChecked(true);
    showFault();
    if (value === null || !isSayable(draft, now())) return;
    if (intent.sending || intent.unknown || !connected) return;
    const { design, method, message, toEmail, fromName } = draft;
    const id = await begin({
      ...{ amount: { amount: value.amount, currencyCode: 'INR' }, toEmail: toEmail.trim() },
      ...{ fromName: fromName.trim(), message: message.trim() || null, design, deliverAt, method },
      language: draft.language,
    });
    // Whoever has gone on to another page is not taken back; the gift stands in the list.
    if (id !== null && here.current) await navigate(sentPath(id), { replace: true });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <form ref={form} className={styles['form']} noValidate onSubmit={submit}>
      <Flow
        side={
          <>
            <Preview {...draft} amount={value} />
            <ActionBar>
              <BeginPayment
                intent={intent}
                words={{
                  ...words,
                  pay: words.pay(value === null ? null : formatMoney(value), payment.methods[draft.method]),
                }}
                onRetry={() => void send()}
              />
            </ActionBar>
            <p className={text['note']}>{words.terms}</p>
          </>
        }
      >
        <AmountChoice
          {...{ legend: words.howMuch, label: words.amount, least, most, value: draft.amount }}
          hint={`${limits} ${words.notFromCredits}`}
          error={checked && value === null ? words.outside(limits) : null}
          onChange={(amount) => say({ amount })}
        />
        <Card title={words.forWhom}>
          <div className={styles['fields']}>
            <WhomFields draft={draft} checked={checked} onChange={say} />
          </div>
        </Card>
        <DesignChoice draft={draft} onChange={say} />
        <Card title={words.when}>
          <div className={styles['fields']}>
            <WhenFields hideLegend draft={draft} checked={checked} onChange={say} />
            <Segment
              legend={words.language}
              value={draft.language}
              options={[
                { value: 'EN', label: LANGUAGES.en.name, lang: LANGUAGES.en.tag },
                { value: 'HI', label: LANGUAGES.hi.name, lang: LANGUAGES.hi.tag },
              ]}
              onChange={(chosen) => say({ language: chosen })}
            />
          </div>
        </Card>
        <MethodChoice value={draft.method} onChange={(method) => say({ method })} />
        {demo && <p className={text['note']}>{payment.pretend}</p>}
      </Flow>
    </form>
  );
}
