import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Pool } from 'pg';
import { lastAsked } from './last-asked.ts';
import { log } from './log.ts';

/** A finished answer as it went over the wire, and the state of the public data that it was made from. */
type Kept = { version: string; made: number; headers: OutgoingHttpHeaders; body: Buffer };

const bytesKept = 48 * 1024 * 1024;
const largestPage = 1024 * 1024;
/** Pages say "vor 12 Tagen": they are made anew after this long, whatever changed. Milliseconds. */
const longest = 10 * 60_000;

const publicPaths =
	/^\/($|\?|raeume(?:$|[/?])|karte(?:$|[/?])|kommunen(?:$|[/?])|gesuche(?:$|[/?])|gruppen(?:$|[/?])|netzwerke(?:$|\?|\/[a-z0-9-]+$)|orte(?:$|\?|\/[a-z0-9-]+$)|passung(?:$|\?))/;

/**
 * The state of everything public, as one short text: the sum over the transactions that changed something and are visible. It changes exactly
 * when such a transaction commits, in whatever process. Readers that ask together share a question, but only one that begins after they came.
 */
export function publicVersion(pool: Pick<Pool, 'query'>): () => Promise<string> {
	const ask = async () => {
		const { rows } = await pool.query<{ version: string }>({
			name: 'public-version',
			text: "select coalesce(sum(xid), 0) || '-' || count(*) || '-' || current_date as version from public_changes"
		});
		return rows[0]?.version ?? '';
	};
	let running: Promise<string> | null = null;
	let next: Promise<string> | null = null;
	const begin = (): Promise<string> => {
		running = ask().finally(() => (running = null));
		return running;
	};
	return () => {
		if (!running) return begin();
		next ??= running
			.catch(() => '')
			.then(() => {
				next = null;
				return begin();
			});
		return next;
	};
}

/** Guests only: whoever sends a cookie or a key gets a page of their own. */
const isForAnyone = ({ method, headers, url }: IncomingMessage): boolean =>
	method === 'GET' && !headers.cookie && !headers.authorization && !headers.range && publicPaths.test(url ?? '');

const mayKeep = (response: ServerResponse): boolean =>
	response.statusCode === 200 &&
	!response.hasHeader('set-cookie') &&
	!/no-store|private/.test(String(response.getHeader('cache-control') ?? '')) &&
	/^(text\/html|application\/vnd\.mapbox-vector-tile)/.test(String(response.getHeader('content-type') ?? ''));

const perAnswer = ['date', 'connection', 'keep-alive', 'transfer-encoding'];

/** Keeps what is written to a response, and hands it over whole when it ends. Nothing that is sent changes. */
function listen(response: ServerResponse, done: (body: Buffer) => void): void {
	const { write, end } = response;
	let chunks: Buffer[] | null = [];
	let size = 0;
	const take = (chunk: unknown) => {
		if (!chunks || (typeof chunk !== 'string' && !(chunk instanceof Uint8Array))) return;
		chunks.push(Buffer.from(chunk as string));
		size += chunk.length;
		if (size > largestPage) chunks = null;
	};
	response.write = ((...args: Parameters<typeof write>) => {
		take(args[0]);
		return write.apply(response, args);
	}) as typeof write;
	response.end = ((...args: Parameters<typeof end>) => {
		take(args[0]);
		const kept = chunks;
		chunks = null;
		if (kept) done(Buffer.concat(kept));
		return end.apply(response, args);
	}) as typeof end;
}

const known = (request: IncomingMessage, { headers }: Kept): boolean =>
	typeof headers.etag === 'string' && (request.headers['if-none-match'] ?? '').split(/,\s*/).includes(headers.etag);

function send(request: IncomingMessage, response: ServerResponse, kept: Kept): void {
	for (const [name, value] of Object.entries(kept.headers)) if (value !== undefined) response.setHeader(name, value);
	if (known(request, kept)) {
		response.removeHeader('content-length');
		response.writeHead(304).end();
		return;
	}
	response.writeHead(200).end(kept.body);
}

export type PageCache = {
	/** Answers from the cache (true), or remembers the answer that is about to be made (false). Call it before anything is written. */
	answer: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
};

/**
 * Finished pages for readers who are nobody in particular, per process and small. Every use is checked against the database, so a page is never
 * older than the last commit: publishing and withdrawing show on the very next request, whichever process did it.
 */
export function pageCache(pool: Pick<Pool, 'query'>): PageCache {
	const pages = lastAsked<Kept>({ most: bytesKept, bytesOf: ({ body }) => body.length });
	const version = publicVersion(pool);
	const remember = (response: ServerResponse, { key, now }: { key: string; now: string }) =>
		listen(response, (body) => {
			if (!mayKeep(response)) return;
			const headers = Object.fromEntries(Object.entries(response.getHeaders()).filter(([name]) => !perAnswer.includes(name)));
			pages.put(key, { version: now, made: Date.now(), headers: { ...headers, 'content-length': body.length }, body });
		});
	return {
		async answer(request, response) {
			if (!isForAnyone(request)) return false;
			const key = `${request.headers['x-gr-host']} ${request.url} ${request.headers['accept-encoding'] ?? ''}`;
			const now = await version().catch((error) => void log.warn({ err: error }, 'page cache'));
			if (now === undefined || response.destroyed) return false;
			const kept = pages.get(key);
			if (kept?.version === now && Date.now() - kept.made < longest) {
				send(request, response, kept);
				return true;
			}
			remember(response, { key, now });
			return false;
		}
	};
}
