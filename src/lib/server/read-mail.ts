/** A mail that we wrote ourselves, taken apart again for the page that shows it. Not a reader for mail from outside. */
export type WrittenMail = { to: string; subject: string; date: Date; headers: Record<string, string>; text: string; html: string };

function readHeaders(block: string): Record<string, string> {
	const headers: Record<string, string> = {};
	for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
		const colon = line.indexOf(':');
		if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
	}
	return headers;
}

const fromQuotedPrintable = (body: string) =>
	Buffer.from(
		body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
		'latin1'
	).toString('utf8');

function decodeBody(body: string, encoding = ''): string {
	if (encoding.toLowerCase() === 'base64') return Buffer.from(body, 'base64').toString('utf8');
	if (encoding.toLowerCase() === 'quoted-printable') return fromQuotedPrintable(body);
	return body;
}

/** Words of a header that are not ASCII (RFC 2047); adjoining ones belong together. */
export const decodeWords = (text: string): string =>
	text
		.replace(/\?=\s+=\?/g, '?==?')
		.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
			kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('utf8') : fromQuotedPrintable(word.replaceAll('_', ' '))
		);

function splitPart(source: string): { headers: Record<string, string>; body: string } {
	const gap = /\r?\n\r?\n/.exec(source);
	if (!gap) return { headers: readHeaders(source), body: '' };
	return { headers: readHeaders(source.slice(0, gap.index)), body: source.slice(gap.index + gap[0].length) };
}

export function readMail(eml: string): WrittenMail {
	const { headers, body } = splitPart(eml);
	const mail: WrittenMail = {
		to: headers.to ?? '',
		subject: decodeWords(headers.subject ?? ''),
		date: new Date(headers.date ?? 0),
		headers,
		text: '',
		html: ''
	};
	const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1];
	for (const source of boundary ? body.split(`--${boundary}`).slice(1, -1) : [eml]) {
		const part = splitPart(source.replace(/^\r?\n/, ''));
		const words = decodeBody(part.body, part.headers['content-transfer-encoding']).replaceAll('\r\n', '\n').trimEnd();
		if (part.headers['content-type']?.startsWith('text/html')) mail.html = words;
		else mail.text = words;
	}
	return mail;
}
