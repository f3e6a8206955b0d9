import { QRCodeSVG } from 'qrcode.react';
import styles from './qr-code.module.css';

export interface QrCodeProps {
  payload: string;
  label: string;
  /** Pixels. */
  size: number;
}

/** Black on white in both schemes, with the quiet zone that scanners need. Its code is large, so it is loaded when one is shown. */
export default function QrCode({ payload, label, size }: QrCodeProps) {
  return (
    <div className={styles['code']}>
      <QRCodeSVG value={payload} size={size} marginSize={4} title={label} />
    </div>
  );
}
