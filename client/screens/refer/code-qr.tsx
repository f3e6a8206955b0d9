import { QRCodeSVG } from 'qrcode.react';
import { useMessages } from '../../messages/messages.tsx';
import styles from './refer.module.css';

/** Black on white in both schemes, with the quiet zone that scanners need. */
export default function CodeQr({ link }: { link: string }) {
  const { refer } = useMessages();
  return (
    <div className={styles['qr']}>
      <QRCodeSVG value={link} size={208} marginSize={4} title={refer.qrTitle} />
    </div>
  );
}
