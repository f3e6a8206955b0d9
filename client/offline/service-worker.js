/* global caches, fetch, self, URL */
// Keeps the app's own files, so that it opens at once and without a network. Data, sign-in and payments are never touched
// here: what this script does not answer goes to the network as if it did not exist. The build fills in the two constants.
const VERSION = '__VERSION__';
const FILES = ['__FILES__'];
const CACHE = `early-bird-${VERSION}`;
const SHELL = '/index.html';
const KNOWN = new Set(FILES);
const NOT_OURS =
  /^\/(graphql|auth|webhooks|playground|mailbox|mock-payments|export|metrics|healthz|readyz)(\/|$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

// A newer build waits until a page says that nobody looks at it, or until none is open.
self.addEventListener('message', ({ data }) => {
  if (data === 'TAKE_OVER') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || NOT_OURS.test(pathname)) return;
  if (request.mode === 'navigate') {
    event.respondWith(page(request));
    event.waitUntil(clearUp());
  } else if (KNOWN.has(pathname) || pathname.startsWith('/assets/')) {
    event.respondWith(file(request, pathname));
  }
});

/** The kept page comes before any answer of the network could; the browser looks for a newer build by itself. */
async function page(request) {
  const kept = await (await caches.open(CACHE)).match(SHELL);
  return kept ?? fetch(request);
}

/** The names of built files change with their content, so a kept one is never out of date, whichever build it is of. */
async function file(request, pathname) {
  const kept = await caches.match(pathname);
  return kept ?? fetch(request);
}

/** A page that was open when this build took over may still ask for parts of the one before; a new visit does not. */
async function clearUp() {
  const pages = await self.clients.matchAll({ type: 'window' });
  if (pages.length > 1) return;
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('early-bird-') && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}
