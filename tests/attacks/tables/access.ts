import { matrix, type Row } from '../../permissions/matrix.ts';
import { freshAttackKey, graphql, kindOf, type Attack, type Shop } from '../attack.ts';

/** Every root field, asked by those whom it is closed to; as the table of permissions says it. */
export function accessAttacks({ asha, bala, tokens }: Shop): Attack[] {
  return matrix.flatMap((row): Attack[] => {
    const name = [row.field, row.about].filter(Boolean).join(' ');
    const of = (who: string, token: string | null, target: typeof asha, expects: string): Attack => ({
      name: `${name} by ${who}`,
      expects,
      request: graphql(token, documentOf(row, target)),
    });
    return [
      of('nobody', null, asha, row.anonymous ?? 'UNAUTHENTICATED'),
      of("a customer, on another's wallet", tokens.asha, bala, row.customerOnOthers),
      of('a customer, on the own wallet', tokens.asha, asha, row.customerOnOwn),
      of('staff', tokens.staff, bala, row.staff),
      of('an admin', tokens.admin, bala, row.admin),
    ]
      .filter(({ expects }) => expects !== 'answered')
      .map((attack) => ({ ...attack, expects: attack.expects === 'null' ? 'NULL' : attack.expects }));
  });
}

function documentOf(row: Row, target: Shop['asha']): string {
  return `${kindOf(row)} Attack { ${row.call({ ...target, key: freshAttackKey() })} }`;
}
