import { useEffect, useState } from 'react';

/** True at the first showing on this device, and as long as that lasts. */
export function useOnce(name: string): boolean {
  const key = `early-bird.${name}`;
  const [first] = useState(() => !isKept(key));
  useEffect(() => keep(key), [key]);
  return first;
}

function isKept(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return true;
  }
}

function keep(key: string): void {
  try {
    localStorage.setItem(key, 'yes');
  } catch {
    // Storage may be switched off or full; then nothing is celebrated, which loses nothing.
  }
}
