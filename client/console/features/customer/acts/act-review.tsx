import type { ActReview_PreviewFragment } from '../../../../graphql/graphql.ts';
import { Banner } from '../../../../ui/banner.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { ChangeEffect } from '../../../parts/change-effect.tsx';
import { actWords } from './words.ts';
import styles from './acts.module.css';

const { approval, within } = actWords;

export interface ActReviewProps {
  preview: ActReview_PreviewFragment;
  /** Names a credit that is not there yet. */
  newLot: string | undefined;
}

/** Exactly what will happen, as the shop says it. */
export function ActReview({ preview, newLot }: ActReviewProps) {
  return (
    <>
      {preview.needsApproval && (
        <Banner tone="warn" icon="people">
          <p>
            <b>{approval.title}</b> {approval.text}
          </p>
        </Banner>
      )}
      <ChangeEffect preview={preview} newLot={newLot} />
      {!preview.needsApproval && preview.lots.length > 0 && (
        <p className={styles['says']}>
          <Icon name="shield" size="sm" />
          {within}
        </p>
      )}
    </>
  );
}
