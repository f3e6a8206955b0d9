import { formatRupees } from '../../domain/money.ts';
import type { MockDecision, MockPayment, MockSequel } from './mock-provider.ts';

const printed = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });

const CHOICES: readonly (readonly [MockDecision, string, string])[] = [
  ['approve', 'Approve', 'The bank pays at once.'],
  ['decline', 'Decline', 'The bank refuses.'],
  ['delay', 'Delay 20 s', 'The bank takes its time, then pays.'],
  ['silence', 'Never answer', 'Nothing is ever heard from the bank.'],
];

type Choice = readonly [value: string, label: string, meaning: string];

/** For the staff of the shop: what a person then has to look at. */
const ODDITIES: readonly (Choice & readonly [MockDecision, string, string])[] = [
  ['wrong-amount', 'Pay one rupee', 'Another amount than was asked for.'],
  ['wrong-currency', 'Pay in dollars', 'Another currency.'],
  ['unknown-order', 'Pay for something unknown', 'The payment names nothing that the wallet knows.'],
];

const AFTERWARDS: readonly (Choice & readonly [MockSequel, string, string])[] = [
  ['refund', 'Refund this payment', 'At the bank, without asking the wallet.'],
  ['refund-half', 'Refund half of it', 'The same for half of the amount.'],
  ['dispute', 'Dispute', 'The customer tells the bank that this was not theirs.'],
  ['lose', 'The shop loses the dispute', 'The bank takes the money back.'],
  ['win', 'The shop wins the dispute', 'The bank leaves the money where it is.'],
];

const TOLD: Readonly<Record<MockDecision, string>> = {
  approve: 'Approved. The wallet has been told that the payment was collected.',
  decline: 'Declined. The wallet has been told that nothing was collected.',
  delay: 'The bank is thinking. The wallet is told in 20 seconds that the payment was collected.',
  silence: 'The wallet will hear nothing about this payment, until it runs out of time.',
  'wrong-amount': 'One rupee was paid. Staff find it under the payments to look at.',
  'wrong-currency': 'Dollars were paid. Staff find it under the payments to look at.',
  'unknown-order': 'Something unknown was paid. Staff find it under the payments to look at.',
};

/** The page on which the visitor plays the bank. Holds no script and no style of its own. */
export function paymentPage({ id, amount, reference, method, decision, isClosed }: MockPayment): string {
  if (isClosed) return page('<h1>This can no longer be paid</h1><p><a href="/">Back to the wallet</a></p>');
  const sum = printed.format(formatRupees(amount) as Intl.StringNumericLiteral);
  const facts = `<dl><dt>Amount</dt><dd>${sum}</dd><dt>Method</dt><dd>${method === 'UPI' ? 'UPI' : 'Card'}</dd>
<dt>Reference</dt><dd>${reference}</dd></dl>`;
  const body =
    decision === null
      ? `${form(id, CHOICES.map(button))}${more('Something odd', id, ODDITIES)}`
      : `<p role="status">${TOLD[decision]}</p><p><a href="/">Back to the wallet</a></p>${
          decision === 'approve' ? more('Afterwards', id, AFTERWARDS) : ''
        }`;
  return page(`<h1>Pay ${sum}</h1>${facts}${body}`);
}

function form(id: string, buttons: readonly string[]): string {
  return `<form method="post" action="/mock-payments/${id}">${buttons.join('')}</form>`;
}

function more(summary: string, id: string, choices: readonly Choice[]): string {
  return `<details><summary>${summary}</summary>${form(id, choices.map(quiet))}</details>`;
}

export function unknownPage(): string {
  return page(`<h1>This payment is not known</h1>
<p>The demo forgets its payments when it is started again. Start a new one in the wallet.</p>
<p><a href="/">Back to the wallet</a></p>`);
}

function button([value, label, meaning]: Choice): string {
  return `<button name="decision" value="${value}"><strong>${label}</strong><span>${meaning}</span></button>`;
}

/** What is seldom wanted is not as loud as what everybody presses. */
function quiet([value, label, meaning]: Choice): string {
  return `<button name="decision" value="${value}"><b>${label}</b><span>${meaning}</span></button>`;
}

function page(content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Demo payment, no real money</title>
<link rel="stylesheet" href="/mock-payments/style.css">
</head>
<body>
<main>
<p class="demo">Demo, no real money. Here you play the bank.</p>
${content}
</main>
</body>
</html>
`;
}

export const STYLE = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#f7f6fb, #14121f); color: light-dark(#1d1a2b, #f1effa); }
main { box-sizing: border-box; max-width: 28rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; margin: 1rem 0; }
.demo { margin: 0; padding: .75rem 1rem; border: 2px dashed light-dark(#b45309, #ffb86b); border-radius: .75rem; font-weight: 600; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1.5rem; }
dt { color: light-dark(#5b5870, #b3afc8); }
details { margin-top: 1.5rem; }
summary { padding: .5rem 0; cursor: pointer; }
dd { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
form { display: grid; gap: .75rem; }
button { display: grid; gap: .125rem; min-height: 3.5rem; padding: .75rem 1rem; text-align: start; font: inherit; color: inherit;
  background: light-dark(#fff, #1e1b2e); border: 1px solid light-dark(#8a87a0, #76718f); border-radius: .75rem; cursor: pointer; }
button span { color: light-dark(#5b5870, #b3afc8); }
button:hover { border-color: light-dark(#5a3fd6, #b7a6ff); }
:focus-visible { outline: 3px solid light-dark(#5a3fd6, #b7a6ff); outline-offset: 2px; }
a { color: light-dark(#5a3fd6, #b7a6ff); }
`;
