import { open, readFile } from 'node:fs/promises';
import { headlines, unreadable, type Finding, type Outcome, type Report } from '#modules/records/report.ts';
import { verifyRecord } from '#modules/records/verify.ts';

/** Whether it is a text that could be a record, and no archive. A file that is not there is left to whoever reads archives. */
export async function isRecordFile(path: string): Promise<boolean> {
	const file = await open(path).catch(() => null);
	if (!file) return false;
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
		const isGzip = buffer[0] === 0x1f && buffer[1] === 0x8b;
		return !isGzip && /^\uFEFF?\s*[[{"]/.test(buffer.subarray(0, bytesRead).toString('utf8'));
	} catch {
		return false;
	} finally {
		await file.close();
	}
}

class NoJson extends Error {}

async function readJson(path: string): Promise<unknown> {
	const text = await readFile(path, 'utf8').catch(() => {
		throw new NoJson(`Die Datei ${path} gibt es nicht, oder sie lässt sich nicht öffnen.`);
	});
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw new NoJson(`Die Datei ${path} ist kein gültiges JSON.`);
	}
}

const optional = (path: string | undefined): Promise<unknown> => (path ? readJson(path) : Promise.resolve(undefined));

type Options = { receipt?: string; concept?: string; salt?: string; key?: string; heads?: string };
type Said = { say: (line?: string) => void; progress: (done: number) => void };

const codes: Record<Outcome, number> = { proven: 0, broken: 1, unreadable: 2 };

function print(report: Report, say: Said['say']): void {
	say(headlines[report.outcome]);
	const parts: [string, string, Finding[]][] = [
		['Nicht in Ordnung', '✗', report.broken],
		['Bewiesen', '✓', report.proven],
		['Nicht bewiesen', '?', report.open]
	];
	for (const [title, mark, findings] of parts) {
		if (!findings.length) continue;
		say();
		say(`${title}:`);
		for (const { text } of findings) say(`  ${mark} ${text}`);
	}
}

/** Verifies the record in this file against what else was given, and says in German what it found. */
export async function verifyRecordFiles(
	path: string,
	{ say, progress, ...options }: Options & Said
): Promise<{ code: number; report: Report }> {
	const { salt, key } = options;
	let report: Report;
	try {
		const [file, receipt, concept, heads] = [
			await readJson(path),
			await optional(options.receipt),
			await optional(options.concept),
			await optional(options.heads)
		];
		report = await verifyRecord({ file, receipt, concept, salt, key, heads, progress });
	} catch (error) {
		if (!(error instanceof NoJson)) throw error;
		report = unreadable('no-json', error.message);
	}
	print(report, say);
	return { code: codes[report.outcome], report };
}
