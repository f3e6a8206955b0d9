import { useMessages } from '../messages/messages.tsx';
import { CopyIconButton } from '../ui/copy-button.tsx';
import { Fact } from '../ui/facts.tsx';
import text from '../ui/text.module.css';

/** The reference by which the shop finds an entry: too long to read out, so it is cut off to the eye and copied whole. */
export function ReferenceFact({ reference }: { reference: string }) {
  const { detail } = useMessages();
  return (
    <Fact name={detail.reference}>
      <span className={text['cut']} title={reference}>
        {reference}
      </span>
      <CopyIconButton text={reference} label={detail.copyReference} done={detail.referenceCopied} />
    </Fact>
  );
}
