const STORE_KEY = 'early-bird.single-keys';

/** Whether single keys do something in this browser; as long as nobody says no, they do. */
export function readSingleKeys(): boolean {
  try {
    return window.localStorage.getItem(STORE_KEY) !== 'off';
  } catch {
    return true;
  }
}

export function writeSingleKeys(on: boolean): void {
  try {
    window.localStorage.setItem(STORE_KEY, on ? 'on' : 'off');
  } catch {
    // Where nothing may be stored, it holds until the page is left.
  }
}
