import { Problem } from './fail.mjs';

const OLDEST = [20, 19];

/** Stops with a sentence on a Node that is too old for the packages in use. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Problem(`This needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}.`);
}
