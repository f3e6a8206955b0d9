import { useAnnounce } from '../../ui/announcer.tsx';
import { Card } from '../../ui/card.tsx';
import { CodeForm } from '../../wallet/code-form.tsx';
import { useWords } from '../../words/use-words.ts';
import { useAddGiftCard } from './use-add-gift-card.ts';
import { checkoutWords } from './words/words.ts';

/** A place for the code of a gift card that is to pay of the order, as long as no payment was begun. */
export function GiftCardField({ checkoutId }: { checkoutId: string }) {
  const { giftCardField: words } = useWords(checkoutWords);
  const announce = useAnnounce();
  const { add, ...intent } = useAddGiftCard(checkoutId);
  const use = async (code: string): Promise<boolean> => {
    const isAdded = await add(code);
    if (isAdded) announce.politely(words.added);
    return isAdded;
  };
  return (
    <Card title={words.title}>
      <CodeForm words={words} initial={null} intent={intent} onCode={use} />
    </Card>
  );
}
