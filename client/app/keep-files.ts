/**
 * Has the browser keep the app's own files, so that the next visit opens at once and without a network. A newer build is
 * fetched meanwhile, and takes over when nobody is looking: never under somebody's hands.
 */
export async function keepFiles(workers: ServiceWorkerContainer, page: Document): Promise<void> {
  const registration = await workers.register('/service-worker.js').catch(() => undefined);
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'hidden') registration?.waiting?.postMessage('TAKE_OVER');
  });
}
