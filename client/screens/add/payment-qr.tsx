import { QRCodeSVG } from 'qrcode.react';
import styles from './add.module.css';

/** Black on white in both schemes, with the quiet zone that scanners need. */
export default function PaymentQr({ payload, label }: { payload: string; label: string }) {
  return (
    <div className={styles['qr']}>
      <QRCodeSVG value={payload} size={240} marginSize={4} title={label} />
    </div>
  );
}
