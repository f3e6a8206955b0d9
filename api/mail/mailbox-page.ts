import type { ReceivedMail } from './demo-mailbox.ts';
import { escaped } from './escaped.ts';

const printed = new Intl.DateTimeFormat('en-IN', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Asia/Kolkata',
});

/** The page that shows a demo's mails. Holds no script and no style of its own. */
export function mailboxPage(mails: readonly ReceivedMail[]): string {
  const content =
    mails.length === 0
      ? '<p>No mail yet. Ask for a sign-in code, then load this page again.</p>'
      : `<ol>${mails.map(item).join('\n')}</ol>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Demo mailbox</title>
<link rel="stylesheet" href="/mailbox/style.css">
</head>
<body>
<main>
<p class="demo">Demo, no real mail. Here you read what would have been sent, the newest first.</p>
<h1>Mailbox</h1>
${content}
<p><a href="/mailbox">Load again</a> · <a href="/">Back to the wallet</a></p>
</main>
</body>
</html>
`;
}

function item({ to, subject, text, at }: ReceivedMail): string {
  const time = `<time datetime="${new Date(at).toISOString()}">${printed.format(at)}</time>`;
  return `<li><article><h2>${escaped(subject)}</h2><p class="head">To ${escaped(to)}, ${time}</p>
<pre>${withLinks(text)}</pre></article></li>`;
}

/** A text with its addresses as links. */
function withLinks(text: string): string {
  return escaped(text).replace(/https?:\/\/[\w.:-]+\/[\w/-]*/g, (url) => `<a href="${url}">${url}</a>`);
}

export const STYLE = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#f7f6fb, #14121f); color: light-dark(#1d1a2b, #f1effa); }
main { box-sizing: border-box; max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; margin: 1rem 0; }
h2 { font-size: 1.125rem; margin: 0; overflow-wrap: anywhere; }
.demo { margin: 0; padding: .75rem 1rem; border: 2px dashed light-dark(#b45309, #ffb86b); border-radius: .75rem; font-weight: 600; }
ol { display: grid; gap: 1rem; margin: 0 0 1.5rem; padding: 0; list-style: none; }
article { padding: 1rem; background: light-dark(#fff, #1e1b2e); border: 1px solid light-dark(#8a87a0, #76718f); border-radius: .75rem; }
.head { margin: .25rem 0 .75rem; color: light-dark(#5b5870, #b3afc8); overflow-wrap: anywhere; }
pre { margin: 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid light-dark(#5a3fd6, #b7a6ff); outline-offset: 2px; }
a { color: light-dark(#5a3fd6, #b7a6ff); }
`;
