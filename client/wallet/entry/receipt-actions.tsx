import { Button } from '../../ui/button.tsx';
import { ButtonPair } from '../../ui/flow.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useWords } from '../../words/use-words.ts';
import { walletWords } from '../words/words.ts';

export interface ReceiptActionsProps {
  title: string;
  /** Names and values, in the order of the receipt. */
  facts: readonly (readonly [name: string, value: string])[];
}

/** A receipt is handed on as text by the device's own sheet, or copied where there is none; or it is printed. */
export function ReceiptActions({ title, facts }: ReceiptActionsProps) {
  const { receipt } = useWords(walletWords);
  const toast = useToast();
  const text = [title, ...facts.map(([name, value]) => `${name}: ${value}`)].join('\n');
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text).then(
      () => toast(receipt.copied),
      // A browser that forbids it leaves the receipt on the page, where it can be marked by hand.
      () => undefined,
    );
  };
  const share = async (): Promise<void> => {
    if (typeof navigator.share !== 'function') return copy();
    // Closing the device's own sheet rejects as well, and asks for nothing in its place.
    await navigator.share({ title, text }).catch((problem: unknown) => {
      if (!(problem instanceof DOMException && problem.name === 'AbortError')) return copy();
      return undefined;
    });
  };
  return (
    <ButtonPair>
      <Button icon="share" onClick={() => void share()}>
        {receipt.share}
      </Button>
      <Button icon="print" onClick={() => window.print()}>
        {receipt.print}
      </Button>
    </ButtonPair>
  );
}
