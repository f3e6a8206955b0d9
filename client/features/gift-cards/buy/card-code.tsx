import { useId } from 'react';
import { OfflineReason } from '../../../offline/offline-reason.tsx';
import { useConnected } from '../../../session/use-connected.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import text from '../../../ui/text.module.css';
import { ProblemBanner } from '../../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../../wallet/refusal-banner.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useCardCode } from './use-card-code.ts';
import { buyingWords } from './words/words.ts';
import styles from './buy.module.css';

/** As wide as a code, whose place it keeps. */
const COVERED = '••••-••••-••••-••••-•';

/** The code of a card of one's own: never on the page before it is asked for, and gone again afterwards. */
export function CardCode({ giftCardId }: { giftCardId: string }) {
  const { code: words } = useWords(buyingWords);
  const connected = useConnected();
  const reasonId = useId();
  const { told, show, hide, loading, error } = useCardCode(giftCardId);
  const code = told?.code ?? null;
  return (
    <Card title={words.title}>
      <div className={styles['stack']}>
        <p className={text['note']}>{words.protects}</p>
        <div role="status">
          {code === null ? (
            <p className={classes(styles['code'], styles['covered'])} aria-hidden="true">
              {COVERED}
            </p>
          ) : (
            <p className={styles['code']} aria-label={words.label}>
              {code}
            </p>
          )}
          {told?.codeWithheld && (
            <Banner tone="warn" icon="info">
              <p>{words.withheld}</p>
            </Banner>
          )}
        </div>
        {error && (
          <ProblemBanner title={words.failed} error={error} onRetry={() => void show()} retrying={loading} />
        )}
        <RefusalBanners title={words.failed} errors={told?.userErrors ?? []} />
        {!connected && code === null && <OfflineReason id={reasonId} />}
        <div className={styles['choices']}>
          <Button
            icon="eye"
            busy={loading}
            unavailable={!connected && code === null}
            aria-describedby={connected ? undefined : reasonId}
            onClick={() => (code === null ? void show() : hide())}
          >
            {code !== null ? words.hide : loading ? words.showing : words.show}
          </Button>
          {code !== null && <CopyButton kind="primary" text={code} label={words.copy} done={words.copied} />}
        </div>
      </div>
    </Card>
  );
}
