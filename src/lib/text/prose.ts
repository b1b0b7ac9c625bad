/** The small language of longer texts: a blank line begins a paragraph, "- " or "1. " a list, and links are plain addresses or [words](https://…). */

export type Inline = { text: string; href?: string };
export type ProseBlock = { kind: 'paragraph'; inline: Inline[] } | { kind: 'list' | 'numbers'; items: Inline[][] };

const link = /\[([^\][\n]{1,200})\]\((https?:\/\/[^\s()]+|mailto:[^\s()]+)\)|https?:\/\/[^\s<>"„“]+/g;
const bullet = /^\s*[-*•–]\s+(?=\S)/;
const number = /^\s*\d{1,2}[.)]\s+(?=\S)/;

/** Only http(s) and mail become links; anything else stays the text it was typed as. */
export function inlineOf(text: string): Inline[] {
	const parts: Inline[] = [];
	let at = 0;
	for (const found of text.matchAll(link)) {
		const [whole, words, address] = found;
		const bare = address ? '' : whole.replace(/[.,;:!?)\]]+$/, '');
		const length = address ? whole.length : bare.length;
		if (found.index > at) parts.push({ text: text.slice(at, found.index) });
		parts.push(address ? { text: words ?? address, href: address } : { text: bare.replace(/^https?:\/\/(www\.)?|\/$/g, ''), href: bare });
		at = found.index + length;
	}
	if (at < text.length) parts.push({ text: text.slice(at) });
	return parts;
}

const kindOf = (line: string): ProseBlock['kind'] => (bullet.test(line) ? 'list' : number.test(line) ? 'numbers' : 'paragraph');

/** A line that carries on where an item of a list was broken off is the item's. */
function blocksOf(lines: string[]): ProseBlock[] {
	const blocks: { kind: ProseBlock['kind']; texts: string[] }[] = [];
	for (const line of lines) {
		const kind = kindOf(line);
		const text = line.replace(kind === 'list' ? bullet : kind === 'numbers' ? number : /^/, '').trim();
		const last = blocks.at(-1);
		if (!last || (kind !== 'paragraph' && kind !== last.kind)) blocks.push({ kind, texts: [text] });
		else if (kind === 'paragraph') last.texts.push(`${last.texts.pop()} ${text}`);
		else last.texts.push(text);
	}
	return blocks.map(({ kind, texts }) =>
		kind === 'paragraph' ? { kind, inline: inlineOf(texts.join(' ')) } : { kind, items: texts.map((text) => inlineOf(text)) }
	);
}

export const proseOf = (text: string): ProseBlock[] =>
	text
		.replace(/\r\n?/g, '\n')
		.split(/\n\s*\n/)
		.flatMap((part) => blocksOf(part.split('\n').filter((line) => line.trim())));
