import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  gzip,
  type BrotliOptions,
  type ZlibOptions,
} from 'node:zlib';
import accept from '@fastify/accept-negotiator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Below this an answer fits into one packet as it is. */
const WORTH_IT = 1_024;
const ENCODINGS = ['br', 'gzip'];

/** For texts that are made once and sent once: most of the gain for little of the time. A window of 256 KiB holds any answer. */
const BROTLI: BrotliOptions = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 },
};
const GZIP: ZlibOptions = { level: 4 };

const packers: Readonly<Record<string, Packer>> = {
  br: { whole: promisify(brotliCompress), options: BROTLI, flowing: () => createBrotliCompress(BROTLI) },
  gzip: { whole: promisify(gzip), options: GZIP, flowing: () => createGzip(GZIP) },
};

interface Packer {
  readonly whole: (text: string, options: object) => Promise<Buffer>;
  readonly options: object;
  readonly flowing: () => NodeJS.ReadWriteStream & Readable;
}

/**
 * Sends the answers of these routes compressed to whoever takes them so. Only for answers that hold no secret that another site
 * could make a browser ask for again and again: decision 31 says which do not.
 */
export function compressAnswers(routes: FastifyInstance): void {
  routes.addHook('onSend', (request, reply, payload, done) => {
    // Nearly every answer is a short text, and nothing more is to be found out about it.
    if (typeof payload === 'string' ? payload.length < WORTH_IT : !(payload instanceof Readable))
      return done(null, payload);
    const packer = packerFor(request, reply);
    if (!packer) return done(null, payload);
    if (typeof payload !== 'string') return done(null, packed(payload as Readable, packer));
    packer.whole(payload, packer.options).then((body) => done(null, body), done);
  });
}

function packerFor({ headers }: FastifyRequest, reply: FastifyReply): Packer | undefined {
  addVary(reply);
  const encoding = accept.negotiate(headers['accept-encoding'] ?? '', ENCODINGS);
  const packer = encoding === null ? undefined : packers[encoding];
  if (packer) void reply.header('content-encoding', encoding).removeHeader('content-length');
  return packer;
}

/** What fails or is broken off on one side fails on the other. */
function packed(payload: Readable, { flowing }: Packer): Readable {
  const stream = flowing();
  pipeline(payload, stream, () => undefined);
  return stream;
}

/** Tells caches between us and the caller that the answer depends on what he takes. */
export function addVary(reply: FastifyReply): void {
  const present = reply.getHeader('vary');
  void reply.header(
    'vary',
    present === undefined ? 'accept-encoding' : `${String(present)}, accept-encoding`,
  );
}
