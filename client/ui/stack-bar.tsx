import styles from './stack-bar.module.css';

/** How a whole is made of parts, in their order. The list beside it says the same in words. */
export function StackBar({ shares }: { shares: number[] }) {
  return (
    <div className={styles['bar']} aria-hidden="true">
      {shares.map((share, index) => (
        <i key={index} style={{ flexGrow: share }} />
      ))}
    </div>
  );
}
