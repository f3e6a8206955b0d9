import { parse } from 'papaparse';
import { hexOf } from '../../../format/hex.ts';
import { jobsWords } from './words.ts';

const { faults } = jobsWords;

/** A file as it was read on this device. Nothing of it has been sent. */
export interface ReadFile {
  name: string;
  /** The SHA-256 of the file as it is: by it the shop knows the file again. */
  hash: string;
  bytes: number;
  headings: readonly string[];
  /** In their order; row n stands in line n + 2 of a spreadsheet. */
  rows: readonly (readonly string[])[];
}

/** Why a file can't be read, in words. */
export interface FileFault {
  fault: string;
}

/** Enough for 50,000 rows, and no more than a page reads at once. */
export const MOST_BYTES = 8 * 1024 * 1024;
const MOST_COLUMNS = 100;
/** More would make a page stand still, and the shop takes fewer. */
const MOST_ROWS = 200_000;
const LONGEST_NAME = 200;
/** How files of Excel begin: the newer are archives. */
const SPREADSHEETS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const UTF16: readonly (readonly number[])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** Reads a file of comma-separated values that anybody may have made. Also semicolons and tabs may part its cells. */
export async function readFile(file: File): Promise<ReadFile | FileFault> {
  if (file.size > MOST_BYTES) return { fault: faults.tooLarge };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (SPREADSHEETS.some((start) => beginsWith(bytes, start))) return { fault: faults.spreadsheet };
  if (UTF16.some((start) => beginsWith(bytes, start))) return { fault: faults.notUtf8 };
  const text = textOf(bytes);
  if (text === null) return { fault: faults.notUtf8 };
  if (text.includes('\0')) return { fault: faults.notText };
  const table = tableOf(text);
  if ('fault' in table) return table;
  return { ...table, name: nameOf(file), hash: await hashOf(bytes), bytes: file.size };
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function tableOf(text: string): Pick<ReadFile, 'headings' | 'rows'> | FileFault {
  const { data, errors } = parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    preview: MOST_ROWS + 2,
  });
  if (data.length > MOST_ROWS + 1) return { fault: faults.tooManyRows };
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) return { fault: faults.quotes((broken.row ?? 0) + 1) };
  // Empty lines at the end are no rows. Within the file they stay, so that a row has the number that a spreadsheet shows.
  const end = data.findLastIndex((row) => row.some((cell) => cell.trim() !== ''));
  const [headings = [], ...rows] = data.slice(0, end + 1);
  if (rows.length === 0) return { fault: faults.empty };
  if (headings.length > MOST_COLUMNS) return { fault: faults.tooManyColumns };
  return { headings: headings.map((heading) => heading.trim()), rows };
}

/** A name that is text and no path. */
function nameOf({ name }: File): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cs}/\\]/gu, ' ').trim();
  return [...plain].slice(0, LONGEST_NAME).join('') || jobsWords.unnamed;
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
