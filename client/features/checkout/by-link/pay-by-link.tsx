import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { LonePage } from '../../../ui/lone-page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { LanguageChoice } from '../../../words/language-choice.tsx';
import { sharedWords } from '../../../words/words.ts';
import { useWords } from '../../../words/use-words.ts';
import { checkoutWords } from '../words/words.ts';
import { Opened } from './opened.tsx';
import { useLink, type LinkProblem } from './use-link.ts';

export interface PayByLinkProps {
  checkoutId: string;
  /** What stood behind the `#`; null where an earlier load of this page has opened it. */
  secret: string | null;
  onSignIn: () => void;
}

/** Where a shop's link leads whoever is not signed in: the order that it is about, and nothing else. */
export function PayByLink({ checkoutId, secret, onSignIn }: PayByLinkProps) {
  const { checkout, byLink: words } = useWords(checkoutWords);
  const { app } = useWords(sharedWords);
  const { pass, problem, again } = useLink(checkoutId, secret);
  if (pass !== null) return <Opened checkoutId={checkoutId} pass={pass} onSignIn={onSignIn} />;
  return (
    <LonePage
      brand={{ name: app.brand, tagline: app.tagline }}
      heading={checkout.title}
      intro={null}
      skip={app.skip}
      documentTitle={app.title(checkout.title)}
    >
      {problem === null ? (
        <div role="status" aria-label={checkout.loading}>
          <Skeleton width="100%" height="18rem" />
        </div>
      ) : (
        <>
          <Banner tone={problem === 'WAS_OPENED' ? 'info' : 'warn'} icon="info" urgent>
            <p>
              <b>{words.titles[problem]}</b> {words.problems[problem]}
            </p>
          </Banner>
          {mayWorkAgain(problem) && (
            <Button block kind="primary" icon="refresh" onClick={again}>
              {words.again}
            </Button>
          )}
          <Button block onClick={onSignIn}>
            {words.signIn}
          </Button>
        </>
      )}
      <LanguageChoice hideLegend />
    </LonePage>
  );
}

function mayWorkAgain(problem: LinkProblem): boolean {
  return problem === 'TOO_MANY' || problem === 'UNKNOWN';
}
