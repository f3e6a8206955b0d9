import { toProblem } from '../../apollo/problem.ts';
import { Banner } from '../../ui/banner.tsx';
import { walletWords } from '../../wallet/words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { partsWords } from './parts-words.ts';
import type { NotKept } from './use-views.ts';

/** Why a view was not kept, where it was not. */
export function NotKeptLine({ notKept }: { notKept: NotKept | null }) {
  const { problems } = useWords(walletWords);
  if (notKept === null) return null;
  const why = 'error' in notKept ? problems[toProblem(notKept.error).code] : notKept.message;
  return (
    <Banner tone="bad" icon="error" urgent>
      <p>
        <b>{partsWords.tools.notKept}</b> {why}
      </p>
    </Banner>
  );
}
