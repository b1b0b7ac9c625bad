/** What every mail is made of, whatever it says. */

const escape = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** By night, where the mail program knows it; everything else stands inline. */
const night = `@media (prefers-color-scheme: dark) {
.m-paper { background: #121a1a !important }
.m-card { background: #1a2424 !important; border-color: #31403d !important; color: #f1ece1 !important }
.m-ink { color: #f1ece1 !important }
.m-muted { color: #a9b5af !important }
.m-line { border-color: #31403d !important }
.m-brick { color: #f0957a !important }
.m-outline, .m-choice { border-color: #f0957a !important }
.m-button { background: #f0957a !important }
.m-on { color: #2a0f08 !important }
.m-note { background: #3a321b !important; color: #f1ece1 !important }
.m-window { background: #42504f !important }
}`;

export const document = ({ head, body }: { head: string; body: string }, title: string): string =>
	`<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escape(title)}</title><style>${night}</style>${head}</head><body class="m-paper" style="margin: 0; background: #fbf8f2;">${body.replace(/<!--.*?-->/gs, '')}</body></html>`;

export const plain = (...parts: (string | false)[]): string => parts.filter((part) => part !== false).join('\n\n');

/** One line, whatever was put in: a subject must not become a header. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 150);

/** A mail to many: signed off with one click by the mail program itself (RFC 8058), and sorted by it as a list. */
export const bulkHeaders = ({
	name,
	list,
	unsubscribe,
	baseUrl
}: {
	name: string;
	list: string;
	unsubscribe: string;
	baseUrl: string;
}) => ({
	'List-Unsubscribe': `<${unsubscribe}>`,
	'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
	'List-Id': `${oneLine(name).replace(/["<>\\]/g, '')} <${list}.${new URL(baseUrl).hostname}>`,
	Precedence: 'bulk'
});
