import type { ReactNode } from 'react';
import { PreferencesProvider } from '../preferences/preferences-provider.tsx';
import { NetworkProvider, SessionProvider } from '../session/session-provider.tsx';
import { Announcer } from '../ui/announcer.tsx';
import { ClockProvider } from '../ui/clock.tsx';
import { PageHeadings } from '../ui/page-heading.tsx';
import type { AppServices } from './services.ts';

export function Providers({ services, children }: { services: AppServices; children: ReactNode }) {
  return (
    <ClockProvider value={services.now}>
      <PreferencesProvider value={services.preferences}>
        <NetworkProvider value={services.fetch}>
          <SessionProvider value={services.session}>
            <Announcer>
              <PageHeadings>{children}</PageHeadings>
            </Announcer>
          </SessionProvider>
        </NetworkProvider>
      </PreferencesProvider>
    </ClockProvider>
  );
}
