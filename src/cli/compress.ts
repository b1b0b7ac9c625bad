import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const text = /^(text\/(html|plain|css|csv|xml|calendar)|application\/([\w.-]+\+)?(json|xml)|image\/svg\+xml)/;
const smallest = 1000;
/** Longer answers are streams (exports); they go out as they come. */
const largest = 1_000_000;

/** Cheap levels: pages are made anew for every reader, so a few percent more weight is better than a slower server. */
const encoders = {
	br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }),
	gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 3 })
};
type Encoding = keyof typeof encoders;

/** The best encoding the reader takes, or null. */
export function encodingFor(accepted: string | undefined): Encoding | null {
	const takes = new Map(
		(accepted ?? '').split(',').map((entry) => {
			const [name = '', ...parameters] = entry
				.trim()
				.toLowerCase()
				.split(/\s*;\s*/);
			return [name, !parameters.some((p) => /^q=0(\.0*)?$/.test(p))];
		})
	);
	if (takes.get('br')) return 'br';
	return takes.get('gzip') ? 'gzip' : null;
}

function vary(response: ServerResponse): void {
	const before = String(response.getHeader('vary') ?? '');
	if (!/accept-encoding/i.test(before)) response.setHeader('vary', before ? `${before}, accept-encoding` : 'accept-encoding');
}

/** The compressed bytes are another representation: a strong ETag over the plain ones holds only weakly. */
function weaken(response: ServerResponse): void {
	const etag = response.getHeader('etag');
	if (typeof etag === 'string' && !etag.startsWith('W/')) response.setHeader('etag', `W/${etag}`);
}

/** Compresses dynamic text on its way out. Files of the build come with their own compressed twins and pass by. */
export function compress(request: IncomingMessage, response: ServerResponse): void {
	const encoding = encodingFor(request.headers['accept-encoding']);
	const plain = { writeHead: response.writeHead.bind(response), write: response.write.bind(response), end: response.end.bind(response) };
	let held: Buffer[] | null = null;
	let size = 0;

	const release = () => {
		const chunks = held ?? [];
		held = null;
		plain.writeHead(response.statusCode);
		for (const chunk of chunks) plain.write(chunk);
	};
	const finish = async (chunks: Buffer[], chosen: Encoding) => {
		const bytes = await encoders[chosen](Buffer.concat(chunks));
		response.setHeader('content-encoding', chosen);
		response.setHeader('content-length', bytes.length);
		weaken(response);
		plain.writeHead(response.statusCode);
		plain.end(bytes);
	};
	response.writeHead = ((status: number, ...rest: [OutgoingHttpHeaders?]) => {
		response.statusCode = status;
		const isText = text.test(String(response.getHeader('content-type') ?? ''));
		if (rest.length || !isText || response.hasHeader('content-encoding')) return plain.writeHead(status, ...rest);
		vary(response);
		if (!encoding || request.method === 'HEAD' || status === 304 || status === 204) return plain.writeHead(status);
		held = [];
		return response;
	}) as typeof response.writeHead;
	response.write = ((chunk: Uint8Array | string, ...rest: []) => {
		if (!held) return plain.write(chunk, ...rest);
		held.push(Buffer.from(chunk as string));
		size += chunk.length;
		if (size > largest) release();
		return true;
	}) as typeof response.write;
	response.end = ((chunk?: Uint8Array | string, ...rest: []) => {
		if (!held) return chunk === undefined ? plain.end(...rest) : plain.end(chunk, ...rest);
		if (chunk) held.push(Buffer.from(chunk as string));
		size += chunk?.length ?? 0;
		const chunks = held;
		if (size < smallest || !encoding) {
			release();
			return plain.end();
		}
		held = null;
		finish(chunks, encoding).catch(() => response.destroy());
		return response;
	}) as typeof response.end;
}
