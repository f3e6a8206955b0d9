import { ProblemBanner } from '../../components/problem-banner.tsx';
import { RefusalBanners } from '../../components/refusal-banner.tsx';
import { formatMoney } from '../../format/money.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useDeductCredits } from '../../mutations/use-deduct-credits.ts';
import type { Receipt } from '../../mutations/use-deduct-credits.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { useConnected } from '../../session/use-connected.ts';
import type { Order } from './use-form.tsx';
import styles from './use.module.css';

/** Carries the amount on it; whatever goes wrong is said beside it and nothing typed is lost. */
export function PayButton({ order, onPaid }: { order: Order; onPaid: (receipt: Receipt) => void }) {
  const { use } = useMessages();
  const announce = useAnnounce();
  const online = useConnected();
  const { pay, loading, error, refusals } = useDeductCredits();
  const amount = formatMoney(order.amount);
  const send = async (): Promise<void> => {
    const receipt = await pay(order.orderId, order.amount);
    if (receipt === null) return;
    announce.politely(use.paid(amount));
    onPaid(receipt);
  };
  return (
    <div className={styles['pay']}>
      {error && (
        <ProblemBanner title={use.notPaid} error={error} onRetry={() => void send()} retrying={loading} />
      )}
      <RefusalBanners title={use.notPaid} errors={refusals} />
      {!online && <p className={styles['note']}>{use.offline}</p>}
      <Button block kind="primary" busy={loading} unavailable={!online} onClick={() => void send()}>
        {loading ? use.paying : use.pay(amount)}
      </Button>
      <p className={styles['note']}>{use.refundRoute}</p>
    </div>
  );
}
