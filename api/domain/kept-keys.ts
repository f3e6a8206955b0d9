/** Whether one more key can be kept with what it was used on, out of `most`, so that room for so many others is left. */
export function hasRoom(kept: readonly unknown[], most: number, { leaving }: { leaving: number }): boolean {
  return kept.length + leaving < most;
}
