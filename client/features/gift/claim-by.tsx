import { formatDate } from '../../format/date.ts';
import type { Gift_LookFragment } from '../../graphql/graphql.ts';
import { useWords } from '../../words/use-words.ts';
import { giftWords } from './words/words.ts';

/** The link works once, and not for ever. */
export function ClaimBy({ gift: { status, fromName, offeredBackAt } }: { gift: Gift_LookFragment }) {
  const { gift: words } = useWords(giftWords);
  return (
    <>
      {words.once}{' '}
      {status === 'UNCLAIMED'
        ? words.offeredBack(fromName)
        : offeredBackAt !== null && words.claimBy(formatDate(offeredBackAt), fromName)}
    </>
  );
}
