import type { ReactNode } from 'react';
import { Outcome } from '../../ui/outcome.tsx';
import { useWords } from '../../words/use-words.ts';
import type { GiftWords } from './words/en.ts';
import { giftWords } from './words/words.ts';

export interface GoneProps {
  /** Without one there is no such gift. */
  end: keyof GiftWords['ends'] | null;
  children?: ReactNode;
}

/** There is nothing to claim behind this link, and why. */
export function Gone({ end, children }: GoneProps) {
  const { ends, noSuch } = useWords(giftWords);
  const { title, text } = end === null ? noSuch : ends[end];
  return (
    <>
      <Outcome art="failed" urgent title={title}>
        <p>{text}</p>
      </Outcome>
      {children}
    </>
  );
}
