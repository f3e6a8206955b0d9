import { inflateRawSync } from 'node:zlib';

/** Signatures and field places of the zip format, as far as they are needed to read one file. */
const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_BYTES = 22;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/** One file out of a zip archive. Throws if the archive does not contain it or is damaged. */
export function zipEntry(archive: Buffer, name: string): Buffer {
  const { method, packedBytes, headerAt } = findEntry(archive, name);
  const nameBytes = archive.readUInt16LE(headerAt + 26);
  const extraBytes = archive.readUInt16LE(headerAt + 28);
  const start = headerAt + LOCAL_HEADER_BYTES + nameBytes + extraBytes;
  const packed = archive.subarray(start, start + packedBytes);
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflateRawSync(packed);
  throw new Error(`the archive packs ${name} in an unknown way (${method})`);
}

function findEntry(archive: Buffer, wanted: string) {
  let at = directoryStart(archive);
  while (archive.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameBytes = archive.readUInt16LE(at + 28);
    const nameAt = at + DIRECTORY_ENTRY_BYTES;
    if (archive.toString('utf8', nameAt, nameAt + nameBytes) === wanted) {
      return {
        method: archive.readUInt16LE(at + 10),
        packedBytes: archive.readUInt32LE(at + 20),
        headerAt: archive.readUInt32LE(at + 42),
      };
    }
    at = nameAt + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  throw new Error(`the archive does not contain ${wanted}`);
}

function directoryStart(archive: Buffer): number {
  // The directory's end may be followed by a comment of any length, so it is looked for from the back.
  for (let at = archive.length - END_OF_DIRECTORY_BYTES; at >= 0; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return archive.readUInt32LE(at + 16);
  }
  throw new Error('this is not a zip archive');
}
