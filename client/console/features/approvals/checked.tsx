import { formatMoney } from '../../../format/money.ts';
import { isZero } from '../../../format/proportion.ts';
import { minus } from '../../../format/sum.ts';
import { readFragment } from '../../../graphql/fragment-masking.ts';
import { ChangePreview_PreviewFragmentDoc } from '../../../graphql/graphql.ts';
import type { ApprovalDetail_ApprovalFragment } from '../../../graphql/graphql.ts';
import { Card } from '../../../ui/card.tsx';
import { Says } from '../../parts/state.tsx';
import { personName } from '../../parts/person-name.ts';
import { useOwnAccount } from '../../parts/use-own-account.ts';
import { approvalsWords } from './words.ts';

const { detail } = approvalsWords;

/** What whoever decides would look up first. */
export function Checked({ approval }: { approval: ApprovalDetail_ApprovalFragment }) {
  const account = useOwnAccount();
  const preview = readFragment(ChangePreview_PreviewFragmentDoc, approval.preview);
  const { requestedBy, wallet } = approval;
  const then = preview?.before.balance;
  const now = wallet?.balance;
  const isOwn = requestedBy.id === account?.id;
  return (
    <Card title={detail.checked}>
      <ul>
        {isOwn ? (
          <Says icon="ban" tone="warn">
            {detail.onePerson}
          </Says>
        ) : (
          <Says icon="ok" tone="ok">
            {detail.twoPeople(personName(requestedBy, account?.id))}
          </Says>
        )}
        {wallet?.status === 'ACTIVE' ? (
          <Says icon="ok" tone="ok">
            {detail.active}
          </Says>
        ) : (
          <Says icon="error" tone="warn">
            {detail.notActive}
          </Says>
        )}
        {then && now && isZero(minus(now, then)) && (
          <Says icon="ok" tone="ok">
            {detail.stillSo}
          </Says>
        )}
        {then && now && !isZero(minus(now, then)) && (
          <Says icon="info" tone="warn">
            {detail.balanceMoved(formatMoney(then), formatMoney(now))}
          </Says>
        )}
      </ul>
    </Card>
  );
}
