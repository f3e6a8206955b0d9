/* global caches, fetch, self, URL */
// Keeps the app's own files, so that it opens without a network. Data, sign-in and payments are never touched here:
// what this script does not answer goes to the network as if it did not exist. The build fills in the two constants.
const VERSION = '__VERSION__';
const FILES = ['__FILES__'];
const CACHE = `early-bird-${VERSION}`;
const SHELL = '/index.html';
const KNOWN = new Set(FILES);
const NOT_OURS =
  /^\/(graphql|auth|webhooks|playground|mailbox|mock-payments|export|metrics|healthz|readyz)(\/|$)/;
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

// A new build waits until no page of the old one is open, then takes over and clears up.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith('early-bird-') && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name)))),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || NOT_OURS.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (KNOWN.has(pathname)) event.respondWith(file(request, pathname));
});

/** The network decides which build is shown; the kept one stands in when there is no answer, none in time, or no server. */
async function page(request) {
  const kept = await (await caches.open(CACHE)).match(SHELL);
  if (!kept) return fetch(request);
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  const answer = fetch(request).then(
    (response) => (response.status < 500 ? response : kept),
    () => kept,
  );
  return Promise.race([answer, late]);
}

/** The names of built files change with their content, so a kept one is never out of date. */
async function file(request, pathname) {
  const kept = await (await caches.open(CACHE)).match(pathname);
  return kept ?? fetch(request);
}
