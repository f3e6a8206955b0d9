import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './invitation-card.module.css';

/** The code in groups of four; screen readers spell it out. */
export function ReferralCode({ code, large = false }: { code: string; large?: boolean }) {
  const grouped = code.replace(/(.{4})(?=.)/g, '$1 ');
  return (
    <b className={large ? styles['largeCode'] : styles['code']}>
      <span aria-hidden="true">{grouped}</span>
      <VisuallyHidden>{Array.from(code).join(' ')}</VisuallyHidden>
    </b>
  );
}
