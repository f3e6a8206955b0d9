import { formatMoney } from '../../format/money.ts';
import { useConnected } from '../../session/use-connected.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemBanner } from '../../wallet/problem-banner.tsx';
import { RefusalBanners } from '../../wallet/refusal-banner.tsx';
import { UnknownBanner } from '../../wallet/unknown-banner.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Order } from './order-form.tsx';
import { useDeductCredits } from './use-deduct-credits.ts';
import type { Receipt } from './use-deduct-credits.ts';
import { spendWords } from './words/words.ts';
import styles from './spend.module.css';

/** Carries the amount on it; whatever goes wrong is said beside it and nothing typed is lost. */
export function PayButton({ order, onPaid }: { order: Order; onPaid: (receipt: Receipt) => void }) {
  const { spend } = useWords(spendWords);
  const announce = useAnnounce();
  const online = useConnected();
  const { pay, sending, unknown, asking, askNow, error, refusals } = useDeductCredits();
  const amount = formatMoney(order.amount);
  const send = async (): Promise<void> => {
    const receipt = await pay(order.orderId, order.amount);
    if (receipt === null) return;
    announce.politely(spend.paid(amount));
    onPaid(receipt);
  };
  return (
    <div className={styles['pay']}>
      {unknown && <UnknownBanner title={spend.unknown} asking={asking} onAsk={askNow} />}
      {error !== null && (
        <ProblemBanner title={spend.notPaid} error={error} onRetry={() => void send()} retrying={sending} />
      )}
      <RefusalBanners title={spend.notPaid} errors={refusals} />
      {!online && <p className={styles['note']}>{spend.offline}</p>}
      <Button
        block
        kind="primary"
        busy={sending || unknown}
        unavailable={!online}
        onClick={() => void send()}
      >
        {sending || unknown ? spend.paying : spend.pay(amount)}
      </Button>
      <p className={styles['note']}>{spend.refundRoute}</p>
    </div>
  );
}
