import { Readable } from 'node:stream';

/** A file as an answer that runs nothing and that nothing keeps on the way. */
export function fileResponse(stream: Readable, { contentType, name }: { contentType: string; name: string }): Response {
	const plain = name.replace(/[^\p{L}\p{N} ._-]/gu, '') || 'datei';
	return new Response(Readable.toWeb(stream) as ReadableStream, {
		headers: {
			'content-type': contentType,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'",
			'content-disposition': `${contentType === 'application/pdf' ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(plain)}`
		}
	});
}
