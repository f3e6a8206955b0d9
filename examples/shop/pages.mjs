// What the shop looks like. Everything that is not ours is escaped.

const MEANING = {
  NEW: 'Not paid yet.',
  OPEN: 'You have begun to pay. Nothing is taken yet.',
  PAYING: 'Your payment is under way.',
  PAID: 'Paid. We pack it today.',
  FAILED: 'The payment did not go through, and what was set aside is back. Nothing was taken.',
  EXPIRED: 'There was too little time, and what was set aside is back. Nothing was taken.',
  CANCELLED: 'You called it off, and what was set aside is back. Nothing was taken.',
};

const WAYS = {
  source: 'to your bank or card',
  giftCards: 'on your gift card',
  wallet: 'as credits in your wallet',
};

/** What there is to buy. */
export function shopPage(goods) {
  const rows = [...goods].map(
    ([id, { name, price }]) =>
      `<li><span>${safe(name)}</span><b>₹${safe(price)}</b>${button(`/buy/${id}`, 'Buy', name)}</li>`,
  );
  return page('The tea shop', `<ul>${rows.join('')}</ul>`);
}

/** One order, and how it stands. */
export function orderPage({ id, name, amount, status, refunded, refundedTo }) {
  const isPaid = status === 'PAID';
  const isOpen = status === 'OPEN' || status === 'PAYING';
  const isBack = refunded !== '0.00';
  const word = isOpen ? 'Go on paying' : 'Pay with Early Bird Wallet';
  return page(
    `Order ${id}`,
    `<p>${safe(name)}, ₹${safe(amount)}</p>
     <p role="status" class="${isPaid ? 'paid' : ''}" data-status="${safe(status)}">${MEANING[status] ?? safe(status)}</p>
     ${isBack ? `<p data-refunded="${safe(refunded)}">₹${safe(refunded)} went back the way you paid: ${waysOf(refundedTo)}.</p>` : ''}
     ${isPaid ? '' : button(`/pay/${id}`, word, '', isOpen ? '' : CODE)}
     ${isPaid && !isBack ? button(`/returns/${id}`, 'Send it back') : ''}
     <p><a href="/">Back to the shop</a></p>`,
  );
}

function waysOf(refundedTo) {
  const ways = Object.entries(WAYS).filter(([way]) => refundedTo[way] !== '0.00');
  return ways.map(([way, words]) => `₹${safe(refundedTo[way])} ${words}`).join(', ');
}

/** Something that did not work, in a sentence. */
export function problemPage(sentence) {
  return {
    ...page(
      'That did not work',
      `<p role="alert">${safe(sentence)}</p><p><a href="/">Back to the shop</a></p>`,
    ),
    status: 502,
  };
}

const CODE =
  '<label>Code of a gift card, if you have one <input name="code" autocomplete="off" spellcheck="false"></label>';

function button(action, word, of = '', fields = '') {
  const label = of === '' ? '' : ` aria-label="${safe(`${word}: ${of}`)}"`;
  return `<form method="post" action="${safe(action)}">${fields}<button${label}>${safe(word)}</button></form>`;
}

function page(title, body) {
  return {
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title)}</title><style>${STYLE}</style><main><h1>${safe(title)}</h1>${body}</main></html>`,
  };
}

function safe(text) {
  return String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
body { margin: 0; background: #f6f3ec; color: #23201a; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 34rem; margin: 0 auto; padding: 2rem 1.25rem }
ul { padding: 0; list-style: none }
li { display: flex; gap: 1rem; align-items: center; padding: .75rem 0; border-top: 1px solid #ddd5c5 }
li span { flex: 1 }
button { min-height: 2.75rem; padding: 0 1.25rem; border: 0; border-radius: .5rem; background: #3c5b2f; color: #fff; font: inherit }
label { display: block; margin: 0 0 .75rem }
input { display: block; width: 100%; box-sizing: border-box; min-height: 2.75rem; font: inherit }
.paid { color: #2b6a1d; font-weight: 600 }
a { color: #3c5b2f }`;
