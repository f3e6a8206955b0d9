import { formatDate } from '../../format/date.ts';
import { formatMoney } from '../../format/money.ts';
import { useConnected } from '../../session/use-connected.ts';
import { Button } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import type { EnteredCode } from '../../wallet/code-form.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../wallet/refusal-banner.tsx';
import { useDialog } from '../../wallet/use-dialog.ts';
import { sharedWords } from '../../words/words.ts';
import { useWords } from '../../words/use-words.ts';
import { buyingWords } from './buy/words/words.ts';
import styles from './gift-cards.module.css';
import { useLookAtCard } from './use-look-at-card.ts';
import { giftCardsWords } from './words/words.ts';

/** Shows what is on the card of a code before anything becomes of it. */
export function LookAtCard({ code, demand, proceed }: EnteredCode) {
  const { look: words, claim } = useWords(giftCardsWords);
  const { statuses } = useWords(buyingWords);
  const { actions } = useWords(sharedWords);
  const connected = useConnected();
  const { told, look, loading, error } = useLookAtCard();
  const seen = told?.look ?? null;
  const dialog = useDialog('giftCard', () => seen !== null);
  const isUsable = seen?.status === 'ACTIVE' || seen?.status === 'PART_USED';
  const ask = async (): Promise<void> => {
    if (demand() && !loading && connected && (await look(code))) dialog.open();
  };
  return (
    <>
      <Button busy={loading} unavailable={!connected} onClick={() => void ask()}>
        {loading ? words.looking : words.see}
      </Button>
      {error && (
        <ProblemBanner title={words.failed} error={error} onRetry={() => void ask()} retrying={loading} />
      )}
      {/* What was said of another code is not said of this one. */}
      {told?.code === code && <RefusalBanners title={words.failed} errors={told.userErrors} />}
      {dialog.subject !== null && seen !== null && (
        <ModalDialog title={words.title} closeLabel={actions.close} onClose={dialog.close}>
          <Facts>
            <Fact name={words.left}>{formatMoney(seen.remaining)}</Fact>
            <Fact name={words.ends}>{formatDate(seen.expiresAt)}</Fact>
            <Fact name={words.stands}>{statuses[seen.status]}</Fact>
          </Facts>
          <div className={styles['choices']}>
            {isUsable && (
              <Button
                kind="primary"
                onClick={() => {
                  dialog.close();
                  proceed();
                }}
              >
                {claim.use}
              </Button>
            )}
            <Button onClick={dialog.close}>{isUsable ? words.notNow : actions.close}</Button>
          </div>
        </ModalDialog>
      )}
    </>
  );
}
