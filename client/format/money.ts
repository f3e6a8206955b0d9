import { locale } from './locale.ts';

/** An amount as the server sends it: an exact decimal string. It is printed here and never calculated with. */
export interface MoneyValue {
  amount: string;
  currencyCode: string;
}

export interface MoneyParts {
  /** Sign, symbol and whole units: "₹4,250". */
  whole: string;
  /** Decimal point and fraction: ".00". */
  fraction: string;
}

export interface MoneyOptions {
  /** "always" puts a plus before what came in; zero never has a sign. */
  sign?: 'always' | 'negative';
}

const MINUS = '\u2212';
const formats = new Map<string, Intl.NumberFormat>();

/** "₹1,23,45,678.50", with a true minus sign before what went out. The only way an amount reaches the screen. */
export function formatMoney(money: MoneyValue, options: MoneyOptions = {}): string {
  return withTrueMinus(numberFormat(money.currencyCode, options).format(exact(money)));
}

/** The same text split before the paise, for the one place that prints them smaller. */
export function moneyParts(money: MoneyValue, options: MoneyOptions = {}): MoneyParts {
  const parts: MoneyParts = { whole: '', fraction: '' };
  for (const part of numberFormat(money.currencyCode, options).formatToParts(exact(money))) {
    const place = part.type === 'decimal' || part.type === 'fraction' ? 'fraction' : 'whole';
    parts[place] += withTrueMinus(part.value);
  }
  return parts;
}

/** "₹ ••••": what stands where the customer has hidden the amounts. */
export function hiddenMoney(currencyCode: string, options: MoneyOptions = {}): string {
  const symbol = numberFormat(currencyCode, options)
    .formatToParts(0)
    .find((part) => part.type === 'currency');
  return `${symbol?.value ?? currencyCode} ••••`;
}

function numberFormat(currency: string, { sign = 'negative' }: MoneyOptions) {
  const key = `${locale()} ${currency} ${sign}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const signDisplay = sign === 'always' ? 'exceptZero' : 'negative';
  const made = new Intl.NumberFormat(locale(), { style: 'currency', currency, signDisplay });
  formats.set(key, made);
  return made;
}

/** Intl prints a decimal string digit by digit; passing it through a number would round large amounts. */
function exact(money: MoneyValue): Intl.StringNumericLiteral {
  return money.amount as Intl.StringNumericLiteral;
}

function withTrueMinus(text: string): string {
  return text.replace('-', MINUS);
}
