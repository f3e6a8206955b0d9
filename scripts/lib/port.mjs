import { createServer } from 'node:net';
import { Problem } from './fail.mjs';

/** The port to serve on, from PORT. Stops with a sentence if it is no port or is taken. */
export async function requireFreePort(fallback = 4000) {
  const port = Number(process.env.PORT || fallback);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Problem(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  }
  const failure = await listenOnce(port);
  if (failure === undefined) return port;
  if (failure.code !== 'EADDRINUSE') throw new Problem(`Port ${port} can't be used: ${failure.message}.`);
  throw new Problem(
    `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm run demo`,
  );
}

function listenOnce(port) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', done);
    probe.listen({ port, exclusive: true }, () => probe.close(() => done(undefined)));
  });
}
