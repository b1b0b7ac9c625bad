import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes of a request with files; the same without. */
export const largestUpload = 64 * 2 ** 20;
const largestForm = 4 * 2 ** 20;
/** So long a refused body is read on, and thrown away. */
const patience = 20_000;

const page = (
	title: string,
	sentence: string
) => `<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><body style="font:1.1rem/1.5 sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem">
<h1>${title}</h1><p>${sentence}</p></body></html>`;

/** Bytes that a request of this kind may have. */
export const limitFor = ({ headers }: IncomingMessage): number =>
	/^multipart\/|^application\/octet-stream|^text\/csv/.test(headers['content-type'] ?? '') ? largestUpload : largestForm;

export const sizeSentence = (limit: number, announced?: number): string => {
	const size = announced
		? `Das sind ${Math.round(announced / 2 ** 20).toLocaleString('de-DE')} MB, angenommen`
		: 'Das ist zu viel, angenommen';
	return `${size} werden höchstens ${limit / 2 ** 20} MB auf einmal. Bitte verkleinern oder aufteilen.`;
};

type Why = { status: 413 | 503; code: string; title: string; detail: string };

/**
 * Says no at once and reads on for a while, keeping nothing: most browsers look at an answer only when they have sent all, and whoever closes while something
 * still comes takes the answer away again.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, { status, code, title, detail }: Why): void {
	const isApi = request.url?.startsWith('/api/');
	const body = isApi ? JSON.stringify({ type: `urn:gestaltungsraum:${code}`, title, status, detail, code }) : page(title, detail);
	response.writeHead(status, {
		'content-type': isApi ? 'application/problem+json' : 'text/html; charset=utf-8',
		'content-length': Buffer.byteLength(body),
		connection: 'close'
	});
	response.write(body);
	const end = () => void response.end();
	if (request.readableEnded) return end();
	request.once('end', end).once('error', end).resume();
	setTimeout(() => request.destroy(), patience).unref();
}

/** Answers a request that announces more than we take, before a byte of it is kept. Returns true when it did. */
export function tooLarge(request: IncomingMessage, response: ServerResponse): boolean {
	const announced = Number(request.headers['content-length'] ?? 0);
	const limit = limitFor(request);
	if (announced <= limit) return false;
	refuse(request, response, { status: 413, code: 'too-large', title: 'Zu groß', detail: sizeSentence(limit, announced) });
	return true;
}
