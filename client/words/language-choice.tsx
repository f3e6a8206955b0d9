import { usePreferences } from '../preferences/preferences-provider.tsx';
import { Segment } from '../ui/segment.tsx';
import { LANGUAGES, languages } from './languages.ts';
import { useWords } from './use-words.ts';
import { sharedWords } from './words.ts';

/** Each language under its own name, so that whoever can't read the page finds theirs. */
export function LanguageChoice({ hideLegend = false }: { hideLegend?: boolean }) {
  const { language: words } = useWords(sharedWords);
  const [{ language }, update] = usePreferences();
  return (
    <Segment
      legend={words.label}
      hideLegend={hideLegend}
      value={language}
      options={languages.map((value) => ({
        value,
        label: LANGUAGES[value].name,
        lang: LANGUAGES[value].tag,
      }))}
      onChange={(chosen) => update({ language: chosen })}
    />
  );
}
