import { Transform } from 'node:stream';
import { errorCodes, type preParsingHookHandler, type RequestPayload } from 'fastify';

/** Room for a thousand credits, which only admins send. */
const LIST_BYTES = 1_048_576;

/** How large a body may be: lists of credits from admins, and from everybody else what an operation of ours needs. */
export function bodyLimits(usual: number): {
  readonly bodyLimit: number;
  readonly preParsing: preParsingHookHandler;
} {
  return {
    bodyLimit: Math.max(usual, LIST_BYTES),
    preParsing: (request, reply, payload, done) => {
      if (request.principal?.role === 'ADMIN') return done(null, payload);
      const announced = request.headers['content-length'];
      if (announced === undefined) return done(null, upTo(usual, payload));
      if (Number(announced) <= usual) return done(null, payload);
      // What is still on its way shall not be read.
      void reply.header('connection', 'close');
      done(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
    },
  };
}

/** A body that comes in pieces, without its size being announced. */
function upTo(limit: number, payload: RequestPayload): RequestPayload {
  let received = 0;
  const counted = new Transform({
    transform(piece: Buffer, _encoding, next) {
      received += piece.length;
      if (received > limit) next(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
      else next(null, piece);
    },
  });
  // A body that is refused unread has nobody else to hear that it was broken off, and what nobody hears ends the process.
  counted.on('error', () => undefined);
  payload.once('error', (error) => counted.destroy(error));
  return payload.pipe(counted);
}
