import { formatRupees, type Paise } from '../../domain/money.ts';

const printed = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });
const printedBriefly = new Intl.NumberFormat('en-IN', {
  style: 'currency',
  currency: 'INR',
  trailingZeroDisplay: 'stripIfInteger',
});

/** An amount in a sentence, such as `₹1,00,000.00`. Prints from the exact decimal string, so that no float is involved. */
export function rupees(paise: Paise): string {
  return printed.format(decimal(paise));
}

/** The same without the places of a whole amount, such as `₹50`. */
export function rupeesInBrief(paise: Paise): string {
  return printedBriefly.format(decimal(paise));
}

function decimal(paise: Paise): Intl.StringNumericLiteral {
  return formatRupees(paise) as Intl.StringNumericLiteral;
}
