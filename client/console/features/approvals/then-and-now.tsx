import { Card } from '../../../ui/card.tsx';
import { State } from '../../parts/state.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import type { ComparedFact } from './moved.ts';
import { approvalsWords } from './words.ts';
import styles from './approval.module.css';

const { detail } = approvalsWords;

/** What was looked at beside what it is now. */
export function ThenAndNow({ facts }: { facts: readonly ComparedFact[] }) {
  const columns = [
    { name: detail.fact },
    { name: detail.then, isNumber: true },
    { name: detail.now, isNumber: true },
  ];
  return (
    <Card title={detail.thenAndNow} flush>
      <Table cards caption={detail.thenAndNow} columns={columns}>
        {facts.map(({ id, name, then, now, moved }) => (
          <tr key={id} className={moved ? styles['moved'] : undefined}>
            <Cell>
              {moved && (
                <State icon="refresh" tone="warn">
                  {detail.movedMark}
                </State>
              )}{' '}
              {name}
            </Cell>
            <Cell label={detail.then} isNumber>
              {then}
            </Cell>
            <Cell label={detail.now} isNumber>
              <b>{now}</b>
            </Cell>
          </tr>
        ))}
      </Table>
    </Card>
  );
}
