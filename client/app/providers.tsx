import type { ReactNode } from 'react';
import { PreferencesProvider } from '../preferences/preferences-provider.tsx';
import { NetworkProvider, SessionProvider } from '../session/session-provider.tsx';
import { Announcer } from '../ui/announcer.tsx';
import { ClockProvider } from '../ui/clock.tsx';
import { PageHeadings } from '../ui/page-heading.tsx';
import { Toasts } from '../ui/toast.tsx';
import { IntentsProvider } from '../wallet/intents.ts';
import { sharedWords } from '../words/words.ts';
import { useWords, WordsProvider } from '../words/use-words.ts';
import type { Catalogue } from '../words/use-words.ts';
import { ReportsProvider } from './reports.ts';
import type { AppServices } from './services.ts';

export interface ProvidersProps {
  services: AppServices;
  words: Catalogue;
  children: ReactNode;
}

export function Providers({ services, words, children }: ProvidersProps) {
  return (
    <ClockProvider value={services.now}>
      <PreferencesProvider value={services.preferences}>
        <WordsProvider value={words}>
          <NetworkProvider value={services.fetch}>
            <SessionProvider value={services.session}>
              <IntentsProvider value={services.intents}>
                <ReportsProvider value={services.reports}>
                  <Announcer>
                    <WithToasts>
                      <PageHeadings>{children}</PageHeadings>
                    </WithToasts>
                  </Announcer>
                </ReportsProvider>
              </IntentsProvider>
            </SessionProvider>
          </NetworkProvider>
        </WordsProvider>
      </PreferencesProvider>
    </ClockProvider>
  );
}

function WithToasts({ children }: { children: ReactNode }) {
  const { actions } = useWords(sharedWords);
  return <Toasts closeLabel={actions.close}>{children}</Toasts>;
}
