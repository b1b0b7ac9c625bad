import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { House } from '#lib/server/house.ts';
import { firstHeaders } from '#lib/server/headers.ts';
import { pageCache } from '#lib/server/page-cache.ts';
import { compress } from './compress.ts';
import { answerOwnHost, nameIn, ownHosts, placeOf } from './own-host.ts';
import { receiveUpload } from './receive-upload.ts';
import { largestUpload, tooLarge } from './too-large.ts';
import { CannotStart, type Serving } from './run-app.ts';

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Serves the built application. The origin of every request is PUBLIC_BASE_URL, or the stored host of a network that the request was made to, never
 * the Host header; only a loopback installation (demo, tests) accepts other loopback names for itself.
 */
export async function serve(house: House): Promise<Serving> {
	const built = resolve('build/handler.js');
	if (!existsSync(built)) throw new CannotStart('Das Programm ist noch nicht gebaut. Bitte zuerst „npm run build“ ausführen.');
	Object.assign(process.env, {
		PROTOCOL_HEADER: 'x-gr-protocol',
		HOST_HEADER: 'x-gr-host',
		BODY_SIZE_LIMIT: String(largestUpload)
	});
	const { handler } = (await import(pathToFileURL(built).href)) as { handler: Handler };
	const base = new URL(house.env.baseUrl);
	const cache = pageCache(house.pool);
	const findOwnHost = ownHosts(house.pool);
	const uploads = join(house.env.DATA_DIR, 'uploads');
	const server = createServer(async (request, response) => {
		const host = request.headers.host ?? '';
		const own = nameIn(host) === base.hostname ? null : await findOwnHost(host);
		request.headers['x-gr-protocol'] = base.protocol.slice(0, -1);
		request.headers['x-gr-host'] = own?.host ?? (loopback.test(base.host) && loopback.test(host) ? host : base.host);
		for (const [name, value] of Object.entries(firstHeaders(house.env.baseUrl, request.url ?? ''))) response.setHeader(name, value);
		const place = own && placeOf(own, { url: request.url ?? '/', base: house.env.baseUrl, isDemo: house.env.DEMO });
		if (place && answerOwnHost(request, response, place)) return;
		if (tooLarge(request, response)) return;
		if (await cache.answer(request, response)) return;
		const whole = await receiveUpload(request, response, uploads);
		if (!whole) return;
		compress(request, response);
		handler(whole, response, () => response.writeHead(404).end());
	});
	server.keepAliveTimeout = 65_000;
	await new Promise<void>((done, fail) => server.once('error', fail).listen(house.env.PORT, house.env.HOST, done));
	return {
		stop: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeIdleConnections();
				setTimeout(() => server.closeAllConnections(), 5000).unref();
			})
	};
}
