import { SelectField } from '../../../ui/field.tsx';
import { useWideScreen } from '../../../ui/use-media-query.ts';
import { walletWords } from '../../../wallet/words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { sourceChoices } from '../history-search.ts';
import type { FilterEditor } from '../use-history-search.ts';
import { historyWords } from '../words/words.ts';

export function SourceFilter({ address }: { address: FilterEditor }) {
  const wide = useWideScreen();
  const { history } = useWords(historyWords);
  const { sources } = useWords(walletWords);
  return (
    <SelectField
      label={history.source}
      labelled={wide ? 'unseen' : 'above'}
      value={address.search.source ?? ''}
      onChange={({ target }) =>
        address.change({ source: sourceChoices.find((source) => source === target.value) ?? null })
      }
    >
      <option value="">{history.anySource}</option>
      {sourceChoices.map((source) => (
        <option key={source} value={source}>
          {sources[source]}
        </option>
      ))}
    </SelectField>
  );
}
