import { self as worker } from '$app/service-worker';

/**
 * Keeps one page, the walk, for a time without a network; only that page registers it, and its scope is that page. With a network nothing comes from here
 * but files that never change.
 */
const kept = 'rundgang-1';
const pagePath = '/buero/rundgang';
const isFile = (path: string) => path.startsWith('/_app/immutable/') || path === '/favicon.svg';

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => worker.clients.claim())));

async function tidy(): Promise<void> {
	for (const name of await caches.keys()) if (name !== kept) await caches.delete(name);
}

/** The page itself: fresh where there is a network, else as it was last seen. What sends somebody to sign in is not kept. */
async function page(request: Request): Promise<Response> {
	const cache = await caches.open(kept);
	try {
		const response = await fetch(request);
		if (response.ok && !response.redirected && new URL(response.url).pathname === pagePath) await cache.put(pagePath, response.clone());
		return response;
	} catch (error) {
		const before = await cache.match(pagePath);
		if (before) return before;
		throw error;
	}
}

async function file(request: Request): Promise<Response> {
	const cache = await caches.open(kept);
	const before = await cache.match(request);
	if (before) return before;
	const response = await fetch(request);
	if (response.ok) await cache.put(request, response.clone());
	return response;
}

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	if (request.mode === 'navigate' && pathname === pagePath) event.respondWith(page(request));
	else if (isFile(pathname)) event.respondWith(file(request));
});

/** The page that registers it was loaded before there was a worker: it is read once more, with its files, so that the first walk works already. */
worker.addEventListener('message', (event) => {
	const { data } = event as { data: unknown };
	if (!Array.isArray(data)) return;
	event.waitUntil(caches.open(kept).then((cache) => Promise.allSettled(data.map((path: unknown) => cache.add(String(path))))));
});
