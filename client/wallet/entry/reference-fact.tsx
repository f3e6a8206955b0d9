import { CopyIconButton } from '../../ui/copy-button.tsx';
import { Fact } from '../../ui/facts.tsx';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words.ts';
import { walletWords } from '../words/words.ts';

/** The reference by which the shop finds an entry: too long to read out, so it is cut off to the eye and copied whole. */
export function ReferenceFact({ reference }: { reference: string }) {
  const { reference: words } = useWords(walletWords);
  return (
    <Fact name={words.label}>
      <span className={text['cut']} title={reference}>
        {reference}
      </span>
      <CopyIconButton text={reference} label={words.copy} done={words.copied} />
    </Fact>
  );
}
