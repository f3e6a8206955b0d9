import { formatCount, plural } from '../../../format/number.ts';
import type { JobKind, JobStatus } from '../../../graphql/graphql.ts';
import type { FileJobKind } from './job-texts.ts';
import type { JobColumn } from './columns.ts';

const counted = (count: number, one: string, other: string): string =>
  `${formatCount(count)} ${plural(count, { one, other })}`;

export const rowsText = (count: number): string => counted(count, 'row', 'rows');
const credits = (count: number): string => counted(count, 'credit', 'credits');
const customers = (count: number): string => counted(count, 'customer', 'customers');

/** Files of credits and customers. */
export const jobsWords = {
  title: 'Bulk jobs',
  sub: 'Files of credits and customers that the shop works through by itself.',
  loading: 'Loading the jobs',
  failed: 'The jobs didn’t load.',
  nothing: 'No file has been sent yet.',
  noMatch: 'Look at all kinds and states.',
  kinds: {
    BULK_CREDIT: { title: 'Bulk credits', start: 'Credit from a file' },
    VOUCHER_CODES: { title: 'Voucher codes', start: 'Make codes' },
    GIFT_CARD_BATCH: { title: 'Gift cards', start: 'Issue gift cards' },
    CUSTOMER_IMPORT: { title: 'Import customers', start: 'Import customers' },
  } satisfies Record<JobKind, object>,
  filter: 'Kind of job',
  everything: 'All',
  columns: {
    file: 'File',
    state: 'State',
    rows: 'Rows',
    credited: 'Credited',
    by: 'Started by',
    started: 'Started',
  },
  ended: (at: string) => `ended ${at}`,
  statuses: {
    UPLOADING: 'Not all sent',
    CHECKED: 'Checked',
    RUNNING: 'Running',
    PAUSED: 'Paused',
    DONE: 'Done',
    STOPPED: 'Stopped',
  } satisfies Record<JobStatus, string>,
  rowsDone: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)}`,
  rowsFailed: (failed: number) => `${formatCount(failed)} not`,
  keys: 'In the table the arrow keys go from row to row, and Enter opens a job.',
  unnamed: 'file.csv',
  steps: ['Upload', 'Columns', 'Check', 'Confirm', 'Result'],
  stepsLabel: 'Steps',
  stepDone: 'done: ',
  faults: {
    tooLarge: 'The file is larger than 8 MB. Split it into several files.',
    spreadsheet: 'This is a spreadsheet and no CSV file. Save it as “CSV UTF-8” in your spreadsheet program.',
    notUtf8:
      'The file is written in another encoding than UTF-8, so names would be lost. Save it as “CSV UTF-8”.',
    notText: 'This is no text. Choose a CSV file.',
    quotes: (line: number) =>
      `A quotation mark in line ${formatCount(line)} has no partner, so nobody can say where the cell ends.`,
    tooManyRows: 'The file has more than 2,00,000 rows. Split it into several files.',
    empty: 'There are no rows in the file. The first line is for headings, and each line after it is a row.',
    tooManyColumns: 'The file has more than 100 columns. Is it the right one?',
    unreadable: 'The file can’t be read here. Choose it again.',
  },
  upload: {
    back: 'Back to bulk jobs',
    file: 'The file',
    drop: 'Drop a CSV file here, or choose one.',
    hint: 'With a line of headings, UTF-8, up to 8 MB. It stays on this device until you have matched the columns.',
    choose: 'Choose a file',
    chooseAnother: 'Choose another file',
    reading: 'Reading…',
    template: 'Get a template',
    facts: (rows: number, columns: number, size: string) =>
      `${rowsText(rows)}, ${counted(columns, 'column', 'columns')}, ${size}, UTF-8`,
    size: (bytes: number) =>
      bytes < 1024 * 1024
        ? `${formatCount(Math.ceil(bytes / 1024))} KB`
        : `${formatCount(Math.ceil(bytes / 1024 / 1024))} MB`,
    notTaken: 'This file can’t be used.',
  },
  match: {
    title: 'Match the columns',
    matched: (matched: number, columns: number) =>
      `${formatCount(matched)} of ${formatCount(columns)} matched by heading`,
    columns: { heading: 'In your file', values: 'First three values', means: 'Means', state: 'State' },
    noHeading: (at: number) => `Column ${formatCount(at)}`,
    meaning: (heading: string) => `What “${heading}” means`,
    none: '(empty)',
    leaveOut: 'Leave this column out',
    isMatched: 'Matched',
    isLeftOut: 'Left out',
    isTwice: 'Named twice',
    missing: (names: string) => `Nothing in the file is ${names} yet. Choose which column it is.`,
    twice: (names: string) => `Only one column can be ${names}.`,
    reason: 'Reason for every row',
    reasonHint: 'No column says why. Say it here, or choose a column above.',
    reasonMissing: 'Say why in a few words, or choose a column for it.',
    nothingYet: 'Nothing is done before you confirm. The same file a second time does nothing.',
    check: (rows: number) => `Check ${rowsText(rows)}`,
    sending: (uploaded: number, total: number) =>
      `${formatCount(uploaded)} of ${formatCount(total)} rows are sent`,
    progress: 'Rows sent',
    notSent: 'The file was not sent.',
    cutOff: 'The file was not sent whole. Trying again goes on where it was cut off.',
    tooLong: 'Its rows are too long to be sent, 500 at a time. Leave out columns or shorten what is in them.',
    unknown: 'No answer came.',
  },
  means: {
    customer_id: 'Customer ID',
    amount: 'Amount in rupees',
    reason: 'Reason',
    source: 'Source, such as PROMOTION',
    expires_on: 'Last day, such as 2027-03-31',
    reference: 'Reference, one a row',
    name: 'Name',
    phone: 'Phone',
    email: 'Email',
    language: 'Language, such as en',
  } satisfies Record<JobColumn, string>,
  template: {
    customer_id: 'CUS-20418',
    amount: '300.00',
    reason: 'Winter thank-you',
    source: 'PROMOTION',
    expires_on: '2027-03-31',
    reference: 'WTY-001',
    name: 'Meenakshi Pillai',
    phone: '98860 20114',
    email: 'meenakshi@example.com',
    language: 'en',
  } satisfies Record<JobColumn, string>,
  templateName: { BULK_CREDIT: 'credits.csv', CUSTOMER_IMPORT: 'customers.csv' } satisfies Record<
    FileJobKind,
    string
  >,
  job: {
    title: 'Job',
    loading: 'Loading the job',
    failed: 'The job didn’t load.',
    missing: 'There is no such job',
    missingText: 'It may have been stopped and sent anew.',
    asked: (name: string, when: string) => `${name}, ${when}`,
    nothingYet: 'Nothing has been done yet.',
    known: (name: string, when: string) =>
      `This file was sent before, by ${name}, ${when}. It does nothing a second time; this is what became of it.`,
    tiles: {
      fine: {
        BULK_CREDIT: 'To credit',
        CUSTOMER_IMPORT: 'New customers',
        VOUCHER_CODES: 'To make',
        GIFT_CARD_BATCH: 'To issue',
      } satisfies Record<JobKind, string>,
      fineHint: 'Ready',
      refused: 'Rows with errors',
      refusedNone: 'None',
      refusedHint: 'Will be left out',
      amount: {
        BULK_CREDIT: 'Total',
        CUSTOMER_IMPORT: 'Opening balances',
        VOUCHER_CODES: 'Total',
        GIFT_CARD_BATCH: 'On all cards',
      } satisfies Record<JobKind, string>,
      amountHint: (rows: number) => `Of ${rowsText(rows)} in the file`,
      done: {
        BULK_CREDIT: 'Credits made',
        CUSTOMER_IMPORT: 'Customers made',
        VOUCHER_CODES: 'Codes made',
        GIFT_CARD_BATCH: 'Cards issued',
      } satisfies Record<JobKind, string>,
      doneHint: (total: number) => `Of ${rowsText(total)}`,
      credited: 'Credited',
      creditedHint: (amount: string) => `Of ${amount} that was checked`,
      failed: 'Not done',
      failedHint: 'Left out or refused',
    },
    uploading: {
      title: 'Not all rows have come',
      text: (uploaded: number, total: number) =>
        `${formatCount(uploaded)} of ${formatCount(total)} rows are here. Choose the same file again to go on; nothing is sent twice.`,
      goOn: 'Choose the file',
    },
    confirm: {
      title: 'Confirm',
      question: {
        BULK_CREDIT: (fine: number, amount: string) => `Make ${credits(fine)}, ${amount} together?`,
        VOUCHER_CODES: (fine: number) => `Make ${fine} codes?`,
        GIFT_CARD_BATCH: (fine: number, amount: string) =>
          `Issue ${formatCount(fine)} gift cards, ${amount} together?`,
        CUSTOMER_IMPORT: (fine: number, amount: string) =>
          `Make ${customers(fine)} with a wallet each, and opening balances of ${amount} together?`,
      } satisfies Record<JobKind, (fine: number, amount: string) => string>,
      leftOut: (refused: number) =>
        refused === 0 ? 'No row is left out.' : `${rowsText(refused)} with errors will be left out.`,
      anew: 'Each row is decided anew when its turn comes. What is done is done once.',
      act: {
        BULK_CREDIT: (fine: number, amount: string) => `Credit ${amount} in ${credits(fine)}`,
        VOUCHER_CODES: (fine: number) => `Make ${fine} codes`,
        GIFT_CARD_BATCH: (fine: number, amount: string) =>
          `Issue ${formatCount(fine)} gift cards with ${amount}`,
        CUSTOMER_IMPORT: (fine: number, amount: string) => `Create ${customers(fine)} with ${amount}`,
      } satisfies Record<JobKind, (fine: number, amount: string) => string>,
      none: 'No row of this file can be done. Mend it and send it as another file.',
      drop: 'Don’t do it',
    },
    waits: {
      title: 'Another admin has to approve',
      text: (amount: string) =>
        `${amount} is above what one person credits alone. It begins by itself once somebody else has approved.`,
      see: 'See the request',
      ended: {
        REFUSED: 'The request was refused.',
        WITHDRAWN: 'The request was taken back.',
        EXPIRED: 'Nobody decided on the request in time.',
      },
      again: 'It can be asked for again.',
    },
    running: {
      title: (done: number, total: number) =>
        `${formatCount(done)} of ${formatCount(total)} rows worked through`,
      label: 'Progress',
      toGo: (left: number) => `${formatCount(left)} to go`,
      done: (done: number) => `${formatCount(done)} done`,
      failed: (failed: number) => `${formatCount(failed)} not done`,
      leave: 'You can leave this page. The job goes on, and the list of jobs shows it.',
      paused: 'It is paused. What is done stays done.',
    },
    acts: { pause: 'Pause', resume: 'Go on', stop: 'Stop the rest', sending: 'Sending…' },
    notDone: 'That was not done.',
    unknown: 'No answer came.',
    said: {
      resume: 'It goes on.',
      pause: 'It pauses after the part that is being done.',
      stop: 'Stopped.',
      asked: 'Asked for approval. Nothing has been done yet.',
    },
    stopping: {
      title: 'Stop it for good?',
      close: 'Close',
      nothing: 'Nothing of this file has been done, and nothing will be. It can be sent again later.',
      rest: (done: number, left: number) =>
        `What is done stays done: ${rowsText(done)}. ${rowsText(left)} will not be done and would have to be sent as another file.`,
      yes: 'Stop it',
      no: 'Let it be',
    },
    result: {
      DONE: { all: 'All rows are done.', some: 'Done, but not all rows.' },
      STOPPED: { all: 'Stopped before the end.', some: 'Stopped before the end.' },
      text: (done: number, total: number, credited: string) =>
        `${formatCount(done)} of ${formatCount(total)} rows, ${credited} credited. Nothing was done twice.`,
      rest: 'Mend the rows that were not done and send them as another file.',
      again: 'The same file can be sent again.',
    },
    codes: {
      title: 'The codes of these cards',
      text: 'They are kept nowhere: the file is made anew each time, for 30 days, and the log says who fetched it.',
      none: 'A file with their codes can be fetched for 30 days once cards are issued.',
      file: {
        save: 'Codes (CSV)',
        saving: 'Preparing…',
        saved: 'Your file is saved. Whoever has it can use the cards.',
        notSaved: 'The file couldn’t be made.',
      },
    },
    rows: {
      title: 'Rows with errors',
      titleAfter: 'Rows that were not done',
      columns: { row: 'Row', column: 'Column', value: 'Value', what: 'What to do' },
      whole: 'Whole row',
      empty: '(empty)',
      shown: (shown: number, total: number) => `${formatCount(shown)} of ${formatCount(total)}`,
      more: 'More',
      first: 'From the beginning',
      pages: 'Pages of these rows',
      save: 'These rows (CSV)',
      saving: 'Preparing…',
      saved: 'Your file is saved.',
      notSaved: 'The file couldn’t be made.',
      none: 'No row has an error.',
      number: 'Rows are counted as a spreadsheet counts them: the headings are row 1.',
    },
  },
};
