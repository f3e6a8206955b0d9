import { generateKeyPairSync, sign } from 'node:crypto';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const DAY = 86_400_000;
const [SEQUENCE, SET, INTEGER, OBJECT_ID, BOOLEAN, OCTETS, BITS, UTF8, TIME] = [
  0x30, 0x31, 0x02, 0x06, 0x01, 0x04, 0x03, 0x0c, 0x18,
];
/** ecdsa-with-SHA256, commonName, subjectAltName, basicConstraints. */
const OIDS = {
  ecdsa: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
  name: [0x55, 0x04, 0x03],
  otherNames: [0x55, 0x1d, 0x11],
  constraints: [0x55, 0x1d, 0x13],
} as const;

/** A certificate of 127.0.0.1 that vouches for itself, and its key, in PEM. Nobody trusts it who was not told to. */
export function selfSigned(now = Date.now()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = part(SEQUENCE, oid('ecdsa'));
  const name = part(SEQUENCE, part(SET, part(SEQUENCE, oid('name'), part(UTF8, Buffer.from('mail.test')))));
  const life = part(SEQUENCE, time(now - DAY), time(now + DAY));
  const address = part(0x87, Buffer.from([127, 0, 0, 1]));
  const extensions = part(
    SEQUENCE,
    part(SEQUENCE, oid('constraints'), part(OCTETS, part(SEQUENCE, part(BOOLEAN, Buffer.from([0xff]))))),
    part(SEQUENCE, oid('otherNames'), part(OCTETS, part(SEQUENCE, address))),
  );
  const told = part(
    SEQUENCE,
    part(0xa0, part(INTEGER, Buffer.from([2]))),
    part(INTEGER, Buffer.from([1])),
    ...[algorithm, name, life, name],
    publicKey.export({ type: 'spki', format: 'der' }),
    part(0xa3, extensions),
  );
  const signature = part(BITS, Buffer.from([0]), sign('sha256', told, privateKey));
  const body = part(SEQUENCE, told, algorithm, signature).toString('base64');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${body.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** A value in DER: its tag, its length, and what it holds. */
function part(tag: number, ...inner: readonly Buffer[]): Buffer {
  const body = Buffer.concat(inner);
  const { length } = body;
  const long =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...long]), body]);
}

function oid(name: keyof typeof OIDS): Buffer {
  return part(OBJECT_ID, Buffer.from(OIDS[name]));
}

function time(at: number): Buffer {
  return part(TIME, Buffer.from(`${new Date(at).toISOString().replaceAll(/[-:T]|\..*/g, '')}Z`));
}
