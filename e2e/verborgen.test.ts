import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { addressesOf, besides, routesOfProcedures, takenAlong, type Masks } from './support/hidden-addresses.ts';
import { readerNames, readers, type Reader } from './support/hidden-cast.ts';
import { plays, type Phase } from './support/hidden-phases.ts';
import { beginAnother, beginHidden, endHidden, type Hidden } from './support/hidden-play.ts';
import { partNames, parts, seekers, type Part } from './support/hidden-words.ts';
import { database } from './support/people.ts';

/** Everything that a procedure holds, fetched as everybody in every phase: who sees what is the table of docs/who-sees-what.md, and nothing beyond it. */

const document = 'docs/who-sees-what.md';
const reader = '/usr/bin/pdftotext';
const routes = routesOfProcedures();
let hidden: Hidden;
let points: number | null = null;
const played: Hidden[] = [];

type Sight = { part: Part; reader: Reader; phase: Phase; address: string };
const sights: Sight[] = [];
const failures: string[] = [];

/** Papers that were read already, by their bytes. */
const papers = new Map<string, string>();
function textOf(bytes: Buffer, type: string): string {
	if (type.includes('zip'))
		return Object.values(unzipSync(bytes))
			.map((file) => strFromU8(file))
			.join('\n');
	if (!type.includes('pdf') || !existsSync(reader)) return bytes.toString('utf8');
	const raw = bytes.toString('latin1');
	const known = papers.get(raw);
	if (known !== undefined) return known;
	const { stdout } = spawnSync(reader, ['-', '-'], { input: bytes });
	// What a paper says besides its text has words to look for; its numbers are lengths and places of objects.
	const said = `${raw.replace(/\d+/g, '')}\n${stdout.toString('utf8')}`;
	papers.set(raw, said);
	return said;
}

/** Headers that are reckoned from the answer: a length can be the number of points by chance. */
const counted = new Set(['content-length', 'etag', 'date']);

/** What an address says to whoever asks; empty where it is not for them. */
async function answerOf(address: string, cookie: string): Promise<{ text: string; isPhoto: boolean }> {
	const response = await fetch(inject('baseUrl') + address, { redirect: 'manual', headers: { cookie, accept: '*/*' } });
	const bytes = Buffer.from(await response.arrayBuffer());
	if (response.status >= 500) failures.push(`${response.status} ${address}`);
	const type = response.headers.get('content-type') ?? '';
	const told = [...response.headers].filter(([name]) => !counted.has(name));
	return { text: `${JSON.stringify(told)}\n${textOf(bytes, type)}`, isPhoto: type.startsWith('image/') };
}

const dataOf = (address: string, mask: string, cookie: string) => {
	const [path, query] = address.split('?');
	return answerOf(`${path}/__data.json?${query ? `${query}&` : ''}x-sveltekit-invalidated=${mask}`, cookie).then(({ text }) => text);
};
const isRefused = (data: string) => /"type":"(error|redirect)"/.test(data);

/** Pages of this phase by what they were made of. */
const pages = new Map<string, Promise<string>>();

/**
 * The own data of a page first, as somebody would ask who wants to get around what stands above it: where there is none, there is no page either. Pages of
 * the same data are the same but for the name of whoever asks; the clock is none of it.
 */
async function pageOf(address: string, { own, all }: Masks, name: Reader): Promise<string> {
	const cookie = hidden.cookies[name];
	const data = await dataOf(address, own, cookie);
	if (isRefused(data)) return data;
	const whole = own === all ? data : await dataOf(address, all, cookie);
	const key = `${address} ${whole.slice(whole.indexOf('"nodes"')).replace(/\["Date","[^"]+"\]/g, '')}`;
	const mine = name === 'asker' || name === 'visitor' ? hidden.words[name] : null;
	const page = pages.get(key) ?? answerOf(address, cookie).then(({ text }) => (mine ? text.replaceAll(mine, '') : text));
	pages.set(key, page);
	return data + whole + (await page);
}

async function look(phase: Phase, isLast: boolean): Promise<void> {
	pages.clear();
	const seeks = seekers(hidden.words, () => points);
	const ofRoutes = [...routes].flatMap(([route, masks]) =>
		(addressesOf(route, hidden.at) ?? []).map((address): [string, Masks | null] => [address, masks])
	);
	const atTheEnd: [string, null][] = isLast ? [[takenAlong, null]] : [];
	const queue = [...ofRoutes, ...besides, ...atTheEnd].flatMap(([address, masks]) => readerNames.map((name) => ({ address, masks, name })));
	const work = async () => {
		for (let next = queue.pop(); next; next = queue.pop()) {
			const { address, masks, name } = next;
			const { text, isPhoto } = masks
				? { text: await pageOf(address, masks, name), isPhoto: false }
				: await answerOf(address, hidden.cookies[name]);
			for (const part of partNames) if (seeks[part](text)) sights.push({ part, reader: name, phase, address });
			if (isPhoto && address.includes('/foto/')) sights.push({ part: 'photo', reader: name, phase, address });
		}
	};
	await Promise.all(Array.from({ length: 12 }, work));
}

beforeAll(async () => {
	hidden = await beginHidden();
	for (const { phases } of plays) {
		if (played.length) hidden = beginAnother(hidden);
		played.push(hidden);
		for (const phase of phases) {
			await phase.enter(hidden);
			const id = hidden.at.id ?? '';
			const { rows: papers } = await database().query<{ id: string }>('select id from procedure_files where procedure_id = $1', [id]);
			hidden.at.paper = papers[0]?.id ?? '';
			const { rows } = await database().query<{ points: number }>('select points from award_places where concept_id = $1', [
				hidden.at.last
			]);
			points = rows[0]?.points ?? null;
			await look(phase, phase === phases.at(-1));
		}
	}
}, 600_000);

afterAll(() => endHidden(played));

/** Phases that follow each other as "von bis". */
function spanOf(phases: readonly Phase[], seen: ReadonlySet<Phase>): string {
	const runs: Phase[][] = [];
	for (const [n, phase] of phases.entries()) {
		if (!seen.has(phase)) continue;
		const last = runs.at(-1);
		if (last && n > 0 && last.at(-1) === phases[n - 1]) last.push(phase);
		else runs.push([phase]);
	}
	return runs.map((run) => (run.length > 1 ? `${run[0]?.label} bis ${run.at(-1)?.label}` : run[0]?.label)).join(', ');
}

/** For each part: when everybody sees it, and who besides when. */
function tableOf(phases: readonly Phase[]): string {
	const lines = partNames.flatMap((part) => {
		const ofPart = sights.filter((one) => one.part === part && phases.includes(one.phase));
		const seen = new Map(readerNames.map((name) => [name, new Set(ofPart.filter((one) => one.reader === name).map(({ phase }) => phase))]));
		const common = new Set(phases.filter((phase) => readerNames.every((name) => seen.get(name)?.has(phase))));
		const own = readerNames.map((name) => ({ name, span: spanOf(phases, (seen.get(name) ?? new Set()).difference(common)) }));
		const bySpan = Map.groupBy(
			own.filter(({ span }) => span),
			({ span }) => span
		);
		return [
			...(common.size ? [`| ${parts[part]} | ${spanOf(phases, common)} | alle |`] : []),
			...[...bySpan].map(([span, who]) => `| ${parts[part]} | ${span} | ${who.map(({ name }) => readers[name]).join('; ')} |`)
		];
	});
	return ['| Was | Wann | Wer |', '|---|---|---|', ...lines].join('\n');
}

test('every route of a procedure has its addresses', () => {
	const at = { id: 'a', houseId: 'b', slug: 'c', first: 'd', last: 'e', unsent: 'f', firstNumber: '1', lastNumber: '2', option: 'g' };
	const missing = [...routes.keys()].filter((route) => addressesOf(route, at) === null);
	expect(missing, 'say in e2e/support/hidden-addresses.ts which addresses they have').toEqual([]);
});

test('nothing failed while everybody looked around', () => expect(failures).toEqual([]));

/** The document with these tables under their headings. */
const withTables = (printed: string): string =>
	plays.reduce((text, { title, phases }) => {
		const [before = '', behind = ''] = text.split(`\n## ${title}\n`);
		const next = behind.indexOf('\n## ');
		return `${before}\n## ${title}\n\n${tableOf(phases)}\n${next < 0 ? '' : behind.slice(next)}`;
	}, printed);

/** Lines of the tables that the document has not, with where it was seen. */
function whereBeyond(printed: string): string[] {
	return plays.flatMap(({ title, phases }) => {
		const beyond = tableOf(phases)
			.split('\n')
			.filter((line) => !printed.split('\n').includes(line));
		const ofParts = sights.filter(
			({ part, phase }) => phases.includes(phase) && beyond.some((line) => line.startsWith(`| ${parts[part]} |`))
		);
		const seen = Map.groupBy(ofParts, ({ part, reader: name, phase }) => `${parts[part]}: ${readers[name]}, ${phase.label}`);
		const where = [...seen].map(([what, found]) => `${what} at ${[...new Set(found.map(({ address }) => address))].join(' ')}`);
		return beyond.length ? [`${title}, not in the table:`, ...beyond, 'Where it was seen:', ...where] : [];
	});
}

test('nobody sees more than the tables say, and the tables say nothing that nobody sees', async () => {
	const printed = readFileSync(document, 'utf8');
	const beyond = whereBeyond(printed).join('\n');
	await expect(withTables(printed), beyond).toMatchFileSnapshot(`../${document}`);
});
