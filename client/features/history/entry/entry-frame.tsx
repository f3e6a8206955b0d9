import { Suspense } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { Page } from '../../../ui/page.tsx';
import { useFullScreen } from '../../../ui/use-media-query.ts';
import { BackLink } from '../../../wallet/back-link.tsx';
import { sharedWords } from '../../../words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { useWayToList } from '../use-place.ts';
import { entryWords } from './words/words.ts';

const SideSheet = lazyPart(() => import('../../../ui/side-sheet.tsx').then((module) => module.SideSheet));

export interface EntryFrameProps {
  /** The entry that is shown. */
  id: string;
  heading: string;
  busy: boolean;
  children: ReactNode;
}

/** What an entry is shown in: a sheet beside the list where there is room for both, else a page. */
export function EntryFrame({ id, heading, busy, children }: EntryFrameProps) {
  const { detail } = useWords(entryWords);
  const { app } = useWords(sharedWords);
  const isBeside = useFullScreen();
  const wayToList = useWayToList();
  const documentTitle = app.title(heading);
  if (isBeside) {
    const closing = { closeLabel: detail.close, onClose: wayToList.go };
    return (
      <Suspense fallback={null}>
        <SideSheet title={heading} shows={id} {...{ documentTitle, busy }} {...closing}>
          {children}
        </SideSheet>
      </Suspense>
    );
  }
  const goBack = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    wayToList.go();
  };
  return (
    <Page
      key={id}
      {...{ heading, documentTitle, busy }}
      back={<BackLink to={wayToList.address} label={detail.back} onClick={goBack} />}
    >
      {children}
    </Page>
  );
}
