import { Button } from '../../ui/button.tsx';
import { ButtonPair } from '../../ui/flow.tsx';
import { useWords } from '../../words/use-words.ts';
import { useShareText } from '../use-share-text.ts';
import { walletWords } from '../words/words.ts';

export interface ReceiptActionsProps {
  title: string;
  /** Names and values, in the order of the receipt. */
  facts: readonly (readonly [name: string, value: string])[];
}

/** A receipt is handed on as text, or it is printed. */
export function ReceiptActions({ title, facts }: ReceiptActionsProps) {
  const { receipt } = useWords(walletWords);
  const share = useShareText(receipt.copied);
  const text = [title, ...facts.map(([name, value]) => `${name}: ${value}`)].join('\n');
  return (
    <ButtonPair>
      <Button icon="share" onClick={() => void share({ title, text })}>
        {receipt.share}
      </Button>
      <Button icon="print" onClick={() => window.print()}>
        {receipt.print}
      </Button>
    </ButtonPair>
  );
}
