import { formatRupees } from '../domain/money.ts';
import type { Gift, GiftDesign } from '../domain/gift-card/gift.ts';
import { escaped } from './escaped.ts';
import type { Mail } from './mail.ts';

interface Words {
  readonly subject: (amount: string) => string;
  readonly from: (name: string, amount: string) => string;
  readonly open: string;
  readonly terms: string;
  readonly unknown: string;
}

const WORDS = {
  en: {
    subject: (amount) => `A gift of ${amount} is waiting for you`,
    from: (name, amount) => `${name} has sent you ${amount} of Early Bird credits.`,
    open: 'Open your gift',
    terms:
      'The link is good once, for whoever opens it first. Keep it to yourself until the gift is in your wallet.',
    unknown: 'Do you not know who sent this? Then leave it: nothing happens unless you open it.',
  },
  hi: {
    subject: (amount) => `${amount} का एक तोहफ़ा आपका इंतज़ार कर रहा है`,
    from: (name, amount) => `${name} ने आपको ${amount} के Early Bird क्रेडिट भेजे हैं।`,
    open: 'अपना तोहफ़ा खोलें',
    terms: 'यह लिंक एक ही बार काम करता है, जो पहले खोले उसके लिए। जब तक तोहफ़ा आपके वॉलेट में न आ जाए, इसे किसी को न दें।',
    unknown: 'भेजने वाले को नहीं जानते? तो इसे रहने दें: आपके खोले बिना कुछ नहीं होगा।',
  },
} as const satisfies Readonly<Record<Gift['language'], Words>>;

const COLOURS: Readonly<Record<GiftDesign, string>> = {
  SUNRISE: '#b45309',
  FESTIVAL: '#9d174d',
  THANKS: '#166534',
  BIRTHDAY: '#5a3fd6',
};

export interface GiftMail extends Pick<Gift, 'amount' | 'fromName' | 'message' | 'design' | 'language'> {
  readonly to: string;
  /** The whole address by which it is claimed. */
  readonly link: string;
}

/** The mail that brings a gift. What its sender wrote stands in its body alone, never in its head, and as text in the page. */
export function giftMail({ to, link, amount, fromName, message, design, language }: GiftMail): Mail {
  const words = WORDS[language];
  const rupees = `₹${formatRupees(amount)}`;
  const said = message === null ? [] : [message, ''];
  const text = [words.from(fromName, rupees), '', ...said, `${words.open}: ${link}`, '', words.terms, ''];
  const colour = COLOURS[design];
  const lines = (message ?? '').split('\n').map(escaped).join('<br>');
  const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escaped(words.subject(rupees))}</title></head>
<body style="margin:0;padding:24px;background:#f7f6fb;color:#1d1a2b;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:32rem;margin:0 auto;padding:24px;background:#fff;border-top:8px solid ${colour};border-radius:12px">
<p style="margin:0">${escaped(words.from(fromName, rupees))}</p>
<p style="font-size:2rem;font-weight:700;color:${colour};margin:16px 0">${rupees}</p>
${message === null ? '' : `<p style="margin:0 0 16px">${lines}</p>`}
<p><a href="${escaped(link)}" style="display:inline-block;padding:12px 20px;background:${colour};color:#fff;border-radius:8px">${words.open}</a></p>
<p style="color:#5b5870">${words.terms}</p>
<p style="color:#5b5870">${words.unknown}</p>
</div>
</body>
</html>
`;
  return { to, subject: words.subject(rupees), text: [...text, words.unknown, ''].join('\n'), html };
}
