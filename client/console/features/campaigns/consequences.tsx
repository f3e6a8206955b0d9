import { formatMoney } from '../../../format/money.ts';
import { typedAmount } from '../../../format/typed-amount.ts';
import { Card } from '../../../ui/card.tsx';
import { Fact, Facts } from '../../../ui/facts.tsx';
import text from '../../../ui/text.module.css';
import layout from '../../parts/layout.module.css';
import { exposureOf, isLess, usesIn } from './draft.ts';
import type { Draft, Rules } from './draft.ts';
import type { Campaign } from './standing.ts';
import { campaignsWords } from './words.ts';

const { form: words } = campaignsWords;

export interface ConsequencesProps {
  draft: Draft;
  campaign: Campaign | null;
  rules: Rules;
}

/** What the draft may come to and who has to start it, as it is typed. */
export function Consequences({ draft, campaign, rules }: ConsequencesProps) {
  const value = typedAmount(draft.value);
  const exposure = exposureOf(draft, campaign);
  const alone = formatMoney(rules.aloneUpTo);
  const needsTwo = exposure !== null && isLess(rules.aloneUpTo, exposure);
  return (
    <Card title={words.effect}>
      <div className={layout['stack']} aria-live="polite">
        {exposure === null || value === null ? (
          <p>{words.unbounded}</p>
        ) : (
          <>
            <Facts>
              <Fact name={words.atMost}>
                <b>{formatMoney(exposure)}</b>
              </Fact>
              <Fact name={words.thatIs}>{words.thatIsUses(usesIn(exposure, value), formatMoney(value))}</Fact>
              <Fact name={words.starts}>{needsTwo ? words.anotherAdmin : words.anyAdmin}</Fact>
            </Facts>
            <p className={text['note']}>{needsTwo ? words.whyTwo(alone) : words.whyOne(alone)}</p>
          </>
        )}
        <p className={text['note']}>{campaign === null ? words.draftFirst : words.fromNowOn}</p>
      </div>
    </Card>
  );
}
