import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Below the range from which systems take ports for outgoing connections, so that none is taken by chance. */
const FIRST_PORT = 27_100;
const PORT_COUNT = 900;

const FREE_WITHIN_MS = 3_000;
const LOOK_EVERY_MS = 100;

/** Whether nothing listens on this port, whatever the address. */
function isPortFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen({ port, exclusive: true }, () => probe.close(() => answer(true)));
  });
}

/**
 * Waits until a port is free, and says whether it became so. A process that has just ended may hold its port
 * for a moment longer.
 */
export async function becomesFree(port: number): Promise<boolean> {
  for (let waited = 0; waited < FREE_WITHIN_MS; waited += LOOK_EVERY_MS) {
    if (await isPortFree(port)) return true;
    await delay(LOOK_EVERY_MS);
  }
  return isPortFree(port);
}

/**
 * A free port for the data in a directory. Starting from a number derived from the path keeps the databases
 * of two working copies apart even when only one of them is running at the time.
 */
export async function portForDirectory(directory: string): Promise<number> {
  const start = createHash('sha256').update(resolve(directory)).digest().readUInt32BE(0);
  for (let step = 0; step < PORT_COUNT; step += 1) {
    const port = FIRST_PORT + ((start + step) % PORT_COUNT);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`Every port from ${FIRST_PORT} to ${FIRST_PORT + PORT_COUNT - 1} is taken.`);
}
