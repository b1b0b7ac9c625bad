import type { IncomingMessage, ServerResponse } from 'node:http';

/** Bytes of a request with files; the same without. */
export const largestUpload = 64 * 2 ** 20;
const largestForm = 4 * 2 ** 20;

const page = (sentence: string) => `<!doctype html><html lang="de"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Zu groß</title><body style="font:1.1rem/1.5 sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem">
<h1>Zu groß</h1><p>${sentence}</p></body></html>`;

/** Answers a request that announces more than we take, before a byte of it is kept. Returns true when it did. */
export function tooLarge(request: IncomingMessage, response: ServerResponse): boolean {
	const announced = Number(request.headers['content-length'] ?? 0);
	const isUpload = /^multipart\/|^application\/octet-stream|^text\/csv/.test(request.headers['content-type'] ?? '');
	const limit = isUpload ? largestUpload : largestForm;
	if (announced <= limit) return false;
	const size = Math.round(announced / 2 ** 20).toLocaleString('de-DE');
	const detail = `Das sind ${size} MB, angenommen werden höchstens ${limit / 2 ** 20} MB auf einmal. Bitte verkleinern oder aufteilen.`;
	const isApi = request.url?.startsWith('/api/');
	const body = isApi
		? JSON.stringify({ type: 'urn:gestaltungsraum:too-large', title: 'Zu groß', status: 413, detail, code: 'too-large' })
		: page(detail);
	const refuse = () =>
		response
			.writeHead(413, { 'content-type': isApi ? 'application/problem+json' : 'text/html; charset=utf-8', connection: 'close' })
			.end(body);
	// Browsers show the answer only when they could send all; so read on for a while, and keep nothing.
	request.once('end', refuse).resume();
	setTimeout(() => request.destroy(), 20_000).unref();
	return true;
}
