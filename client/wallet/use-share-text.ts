import { useToast } from '../ui/toast.tsx';

/** Hands a text to the device's own sheet, or copies it where there is none and says so. */
export function useShareText(copied: string): (shared: { title?: string; text: string }) => Promise<void> {
  const toast = useToast();
  return async (shared) => {
    const copy = (): Promise<void> =>
      navigator.clipboard.writeText(shared.text).then(
        () => toast(copied),
        // A browser that forbids it leaves the text on the page, where it can be marked by hand.
        () => undefined,
      );
    if (typeof navigator.share !== 'function') return copy();
    // Closing the device's own sheet rejects as well, and asks for nothing in its place.
    await navigator.share(shared).catch((problem: unknown) => {
      if (!(problem instanceof DOMException && problem.name === 'AbortError')) return copy();
      return undefined;
    });
  };
}
