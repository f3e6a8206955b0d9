import { useCallback } from 'react';
import { formatDate } from '../../format/date.ts';
import { useWords } from '../../words/use-words.ts';
import { statementWords } from './words/words.ts';

interface Stretch {
  from: string;
  /** The moment before which it ends. */
  to: string;
}

/** "1 Nov 2026 to 23 Nov 2026", the days of a stretch of time. */
export function useDaysText(): (stretch: Stretch) => string {
  const { statement } = useWords(statementWords);
  return useCallback(
    ({ from, to }) => {
      const [first, last] = [formatDate(from), formatDate(Math.max(Date.parse(to) - 1, Date.parse(from)))];
      return first === last ? first : statement.days(first, last);
    },
    [statement],
  );
}
