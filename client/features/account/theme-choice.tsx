import { usePreferences } from '../../preferences/preferences-provider.tsx';
import type { Theme } from '../../preferences/preferences.ts';
import { Segment } from '../../ui/segment.tsx';
import { useWords } from '../../words/use-words.ts';
import { accountWords } from './words/words.ts';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

export function ThemeChoice() {
  const { settings } = useWords(accountWords);
  const [{ theme }, update] = usePreferences();
  return (
    <Segment
      legend={settings.theme}
      value={theme}
      options={themes.map((value) => ({ value, label: settings.themes[value] }))}
      onChange={(chosen) => update({ theme: chosen })}
    />
  );
}
