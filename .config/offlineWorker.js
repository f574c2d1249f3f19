/**
 * The service worker of the built page: it keeps every file of the page, so that all works without a network after the first visit.
 *
 * The build puts the version and the list of files in (`offline.ts`). A new version is taken over at once; the files of the version
 * before stay, since a page that is open still loads parts of it. The page itself comes from the server where that answers, so that
 * each visit has the newest version; all else comes from what is kept.
 */
const version = '{{version}}';
const files = ['{{files}}'];

const prefix = 'lifetime-zero ';
const page = './';
/** A server that has not answered by then is taken for none. */
const patienceMilliseconds = 3_000;

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(keepAll());
});

self.addEventListener('activate', (event) => event.waitUntil(Promise.all([forgetOld(), self.clients.claim()])));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(newestPage(request));
  else event.respondWith(kept(request));
});

async function keepAll() {
  const cache = await caches.open(prefix + version);
  try {
    // What the server says is the same since the page loaded it is not sent again.
    await cache.addAll(files.map((file) => new Request(file, { cache: 'no-cache' })));
  } catch (error) {
    // Half a version is none: the browser tries again on the next visit.
    await caches.delete(prefix + version);
    throw error;
  }
}

/** Keeps this version and the one before; the names stand in the order in which they were made. */
async function forgetOld() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const others = names.filter((name) => name !== prefix + version);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

function isPage(pathname) {
  const { pathname: start } = new URL(page, self.location.href);
  return pathname === start || pathname === `${start}index.html`;
}

async function newestPage(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMilliseconds) });
    // What a network at an airport answers in place of the server is no page of ours.
    if (answer.ok && !answer.redirected) return answer;
  } catch {
    // No network: the page that is kept is as good.
  }
  return (await (await caches.open(prefix + version)).match(page)) ?? fetch(request);
}

/** A file by its whole address but for what follows a question mark, from any version that is kept. */
async function kept(request) {
  const own = await caches.open(prefix + version);
  const options = { ignoreSearch: true, ignoreVary: true };
  return (await own.match(request, options)) ?? (await caches.match(request, options)) ?? fetch(request);
}
