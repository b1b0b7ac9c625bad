import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chainOf, concept, conceptSalt, copy, newKey, plantRecord, resigned } from '#testing/record-world.ts';
import { rememberSignatures } from '#testing/remember-signatures.ts';
import type { Entry } from './entry.ts';
import type { HeadWithProof } from './head.ts';
import type { Receipt } from './receipt.ts';
import type { Disclosure, RecordFile } from './record-file.ts';
import type { Report } from './report.ts';
import { verifyRecord } from './verify.ts';

const world = await plantRecord();
let forget = () => {};
beforeAll(() => void (forget = rememberSignatures()));
afterAll(() => forget());
const codes = (report: Report) => report.broken.map(({ code }) => code);
const check = (change: (file: RecordFile) => void, more: Omit<Parameters<typeof verifyRecord>[0], 'file'> = {}) => {
	const file = copy(world.file);
	change(file);
	return verifyRecord({ file, ...more });
};
const whole = () =>
	check(() => {}, { receipt: world.receipt, concept, salt: conceptSalt, key: world.key.text, heads: [world.receipt.head] });

test('a record that is whole is proven, with receipt, concept, key and a kept head; and what cannot be proven is said', async () => {
	const report = await whole();
	expect(report.broken).toEqual([]);
	expect(report.proven.map(({ code }) => code)).toEqual([
		...['chain', 'signed', 'heads', 'call', 'box', 'deadline', 'opening', 'disclosure'],
		...['receipt', 'receipt-head', 'receipt-box', 'counted', 'concept', 'key', 'kept']
	]);
	expect(report.open.map(({ code }) => code)).toEqual(['later', 'commitments', 'outside', 'clock']);
	expect(report).toMatchObject({ outcome: 'proven', counts: { main: 7, box: 3, heads: 11 } });
});

test('with nothing but the file, what would need more is open, not proven', async () => {
	const report = await check(() => {});
	expect(report.outcome).toBe('proven');
	expect(report.open.map(({ code }) => code)).toEqual(['later', 'commitments', 'key', 'kept', 'outside', 'clock']);
});

const entries: [string, number, string][] = (['main', 'box'] as const).flatMap((chain) =>
	(world.file[chain] ?? []).map((entry, n): [string, number, string] => [chain, n, entry.kind])
);

/** Other values of the same type, and of another. */
function others(value: unknown): unknown[] {
	if (typeof value === 'number') return [value + 1, -value, value + 0.5, String(value), null];
	if (typeof value === 'boolean') return [!value, null];
	if (typeof value === 'string')
		return [`${value} `, `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`, value.toUpperCase() + '.', '', null];
	if (value === null) return [0, '', {}];
	return [{}, [], { ...value, x: 1 }, null, 'x'];
}

/** Every place in a value, however deep, with another value put there. */
function* changes(value: unknown): Generator<(copy: unknown) => unknown> {
	for (const other of others(value)) if (JSON.stringify(other) !== JSON.stringify(value)) yield () => other;
	if (typeof value !== 'object' || value === null) return;
	for (const key of Object.keys(value)) {
		const inner = (value as Record<string, unknown>)[key];
		for (const change of changes(inner))
			yield (copied) => Object.assign(Array.isArray(copied) ? [...copied] : { ...(copied as object) }, { [key]: change(inner) });
		yield (copied) => Object.fromEntries(Object.entries(copied as object).filter(([name]) => name !== key));
	}
	if (!Array.isArray(value)) yield (copied) => ({ ...(copied as object), dazu: 1 });
}

test.for(entries)('%s %i (%s): no field can be changed, taken out or added', async ([chain, n]) => {
	const entry = world.file[chain as 'main']?.[n] as Entry;
	let tried = 0;
	for (const change of changes(entry)) {
		const report = await check((file) => void (file[chain as 'main'][n] = change(copy(entry)) as Entry));
		expect(report.outcome, JSON.stringify(change(copy(entry)))).toBe('broken');
		tried++;
	}
	expect(tried).toBeGreaterThan(50);
});

test.for(entries)(
	'%s %i (%s): not even whoever has the key changes one entry unnoticed, because all that follow hang on it',
	async ([chain, n]) => {
		const forge = async (file: RecordFile) => {
			const entry = file[chain as 'main'][n] as Entry;
			file[chain as 'main'][n] = await resigned(world.key, { ...entry, kind: `${entry.kind}.x` });
		};
		const file = copy(world.file);
		await forge(file);
		expect((await verifyRecord({ file })).outcome).toBe('broken');
	}
);

test.for(entries)('%s %i (%s): it cannot be left out, doubled or moved', async ([chain, n]) => {
	const of = (file: RecordFile) => file[chain as 'main'];
	expect((await check((file) => void of(file).splice(n, 1))).outcome).toBe('broken');
	expect((await check((file) => void of(file).splice(n, 0, copy(of(file)[n] as Entry)))).outcome).toBe('broken');
	for (let to = 0; to < of(world.file).length; to++)
		if (to !== n) expect((await check((file) => void of(file).splice(to, 0, ...of(file).splice(n, 1)))).outcome).toBe('broken');
});

test('a foreign entry cannot be put in between, nor at the end, whoever signed it', async () => {
	for (const key of [world.key, newKey()]) {
		const [forged] = await chainOf(key, { chain: 'main', acts: [{ kind: 'procedure.cancel', at: Date.parse('2026-11-20T10:00:00Z') }] });
		for (let n = 0; n <= world.file.main.length; n++)
			expect((await check((file) => void file.main.splice(n, 0, copy(forged as Entry)))).outcome).toBe('broken');
	}
});

test('the end cannot be cut off: the heads say how long the record was', async () => {
	for (let length = 1; length < world.file.main.length; length++)
		expect(codes(await check((file) => void file.main.splice(length)))).toContain('cut');
	for (let length = 0; length < 3; length++) expect(codes(await check((file) => void file.box?.splice(length)))).toContain('box');
});

test('cut off together with its heads, it is what it was on an earlier day, and a kept head or a receipt says that there is more', async () => {
	const cut = (file: RecordFile) => {
		file.main.splice(2);
		file.box = null;
		file.disclosures = [];
		file.heads = file.heads
			.filter(({ proof }) => (proof?.leaf.main.length ?? 0) <= 2)
			.map((head) => (head.proof ? { ...head, proof: { ...head.proof, box: null } } : head));
	};
	expect(await check(cut)).toMatchObject({
		outcome: 'proven',
		open: expect.arrayContaining([expect.objectContaining({ code: 'closed' })])
	});
	expect((await check(cut, { heads: [bare(world.file.heads.at(-1) as HeadWithProof)] })).open.map(({ code }) => code)).toContain('newer');
	expect((await check(cut, { receipt: world.receipt })).open.map(({ code }) => code)).toContain('receipt-box');
});

test('a whole record written anew with another key is caught by the key, the receipt and a kept head', async () => {
	const forged = await plantRecord({ ours: { title: 'Parkplatz' } });
	expect((await verifyRecord({ file: forged.file })).outcome).toBe('proven');
	expect(codes(await verifyRecord({ file: forged.file, key: world.key.text }))).toEqual(['key']);
	expect(codes(await verifyRecord({ file: forged.file, receipt: world.receipt }))).toEqual(['receipt-key', 'receipt-box']);
	expect(codes(await verifyRecord({ file: forged.file, heads: [bare(world.file.heads.at(-1) as HeadWithProof)] }))).toEqual(['kept']);
});

test('another key in the file, everything else as it was: no signature holds', async () => {
	const report = await check((file) => void (file.key = newKey().text));
	expect(codes(report)).toContain('signature');
	expect(report.broken.length).toBeLessThan(30);
});

/** As somebody else keeps it. */
const bare = ({ proof: _proof, ...head }: HeadWithProof) => head;

/** A head without its proof, or a proof that shows less of the box, proves less and claims nothing else. */
const provesLess = (head: HeadWithProof, changed: unknown): boolean =>
	[
		{ ...head, proof: undefined },
		{ ...head, proof: head.proof && { ...head.proof, box: null } }
	].some((less) => JSON.stringify(less) === JSON.stringify(changed));

test.for(world.file.heads.map((head, n) => [n, head.day] as const))(
	'head %i (%s): no field of it can be changed, taken out or added',
	async ([n]) => {
		const head = world.file.heads[n] as HeadWithProof;
		for (const change of changes(head)) {
			const changed = change(copy(head));
			if (provesLess(head, changed)) continue;
			expect((await check((file) => void (file.heads[n] = changed as never))).outcome, JSON.stringify(changed)).toBe('broken');
		}
	}
);

test('heads cannot be left out in the middle or put in another order', async () => {
	for (let n = 1; n < world.file.heads.length - 1; n++) {
		expect((await check((file) => void file.heads.splice(n, 1))).outcome).toBe('broken');
		expect((await check((file) => void file.heads.splice(n - 1, 0, ...file.heads.splice(n, 1)))).outcome).toBe('broken');
	}
});

test('a call that differs from what was published is caught, and one that is missing, and one too many', async () => {
	for (const change of changes(world.file.calls[0]))
		expect(codes(await check((file) => void (file.calls[0] = change(copy(file.calls[0])) as never)))).toContain('call');
	expect(codes(await check((file) => void (file.calls = [])))).toContain('call');
	expect(codes(await check((file) => void file.calls.push({ areas: [] })))).toContain('call');
});

test('what was disclosed is not what the record holds: caught', async () => {
	for (const field of ['entry', 'name', 'value', 'salt'] as const)
		for (const other of ['x', 'a'.repeat(64)])
			expect(
				codes(await check((file) => void (file.disclosures[0] = { ...(file.disclosures[0] as Disclosure), [field]: other })))
			).toContain('disclosure');
});

test('a receipt that was changed in any field is caught, and so is a concept with one letter more', async () => {
	for (const change of changes(world.receipt)) {
		const receipt = change(copy(world.receipt)) as Receipt;
		// the name of the concept is an address here, and a receipt from the first day has no head
		const { concept: name, head } = world.receipt;
		if (typeof receipt?.concept === 'string' && JSON.stringify({ ...receipt, concept: name }) === JSON.stringify(world.receipt)) continue;
		if (receipt?.head === null && JSON.stringify({ ...receipt, head }) === JSON.stringify(world.receipt)) continue;
		expect((await check(() => {}, { receipt })).outcome, JSON.stringify(receipt)).toBe('broken');
	}
	const more = { ...concept, summary: `${concept.summary}.` };
	expect(codes(await check(() => {}, { receipt: world.receipt, concept: more, salt: conceptSalt }))).toEqual(['concept']);
	expect(codes(await check(() => {}, { receipt: world.receipt, concept, salt: conceptSalt.slice(1) }))).toEqual(['concept']);
	expect(codes(await check(() => {}, { concept, salt: conceptSalt }))).toEqual(['concept']);
});

test('what came in after the deadline, or was opened before it, is named even if everything is signed', async () => {
	const { key } = world;
	const at = (iso: string) => Date.parse(iso);
	const deadline = '2026-11-10T10:00:00.000Z';
	const box = await chainOf(key, { chain: 'box', acts: [{ kind: 'concept.submitted', at: at('2026-11-10T10:00:00.001Z') }] });
	const opening = { kind: 'procedure.unseal', facts: { boxLength: 1, boxHead: box[0]?.hash ?? '' } };
	const file = async (openedAt: string): Promise<RecordFile> => ({
		...copy(world.file),
		...{ box, heads: [], calls: [], disclosures: [] },
		main: await chainOf(key, {
			chain: 'main',
			acts: [
				{ kind: 'procedure.publish', at: 0, facts: { deadline } },
				{ ...opening, at: at(openedAt) }
			]
		})
	});
	expect(codes(await verifyRecord({ file: await file('2026-11-11T10:00:00Z') }))).toEqual(['late']);
	expect(codes(await verifyRecord({ file: await file('2026-11-10T09:59:59Z') }))).toEqual(['early', 'late'].reverse());
});

test('an entry that was put in later, as if it were old, is older than a head that does not know it', async () => {
	const file = copy(world.file);
	const acts = file.main.slice(0, 3).map(({ kind, facts, at }) => ({ kind, facts, at: Date.parse(at) }));
	const old = { kind: 'conflict.declared', at: Date.parse('2026-11-08T10:00:00Z') };
	file.main = await chainOf(world.key, { chain: 'main', acts: [...acts, old] });
	file.heads = file.heads.filter(({ proof }) => (proof?.leaf.main.length ?? 0) <= 3);
	file.box = null;
	file.heads.forEach((head) => head.proof && (head.proof.box = null));
	const report = await verifyRecord({ file: { ...file, disclosures: [] } });
	expect(report.outcome).toBe('proven');
	const later = await verifyRecord({
		file: { ...copy(world.file), main: [...world.file.main, await next(world.file, '2026-11-10T11:00:00Z')] }
	});
	expect(new Set(codes(later))).toEqual(new Set(['moment']));
});
async function next(file: RecordFile, at: string): Promise<Entry> {
	const last = file.main.at(-1) as Entry;
	return resigned(world.key, { ...last, seq: last.seq + 1, prev: last.hash, at: new Date(at).toISOString(), kind: 'conflict.declared' });
}

test('random changes anywhere in the file are caught, unless they touch only what is said not to be proven', async () => {
	const paths = leavesOf(world.file).filter((path) => !['title', 'address'].includes(String(path[0])));
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...paths), fc.jsonValue(), async (path, value) => {
			const file = copy(world.file);
			const before = JSON.stringify(file);
			put(file, path, value);
			if (JSON.stringify(file) === before) return;
			expect((await verifyRecord({ file })).outcome, path.join('.')).not.toBe('proven');
		}),
		{ numRuns: 300 }
	);
});
type Path = (string | number)[];
function leavesOf(value: unknown, path: Path = []): Path[] {
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}
function put(target: unknown, path: Path, value: unknown): void {
	const last = path.at(-1) as string;
	const holder = path.slice(0, -1).reduce((inner, key) => (inner as Record<string, unknown>)[key] as object, target as object);
	(holder as Record<string, unknown>)[last] = value;
}

test('whatever it is given, it answers in German and never throws', async () => {
	await fc.assert(
		fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), async (file, receipt, concept) => {
			expect((await verifyRecord({ file, receipt, concept })).outcome).toBe('unreadable');
			const report = await verifyRecord({ file: copy(world.file), receipt, concept, heads: [receipt] });
			expect(report.outcome).toBe('broken');
			const odd = { ...copy(world.file), main: [file, ...world.file.main], heads: [receipt], disclosures: [concept], calls: [concept] };
			expect((await verifyRecord({ file: odd })).outcome).toBe('broken');
		})
	);
	expect((await verifyRecord({ file: { ...copy(world.file), version: 3 } })).broken[0]?.text).toContain('neueres Prüfprogramm');
});

/** What JSON can say and no record can hold: none of it may stop the program. */
const hostile: [string, string][] = [
	['a number beyond all numbers', '1e999'],
	['half a letter', '"\\ud800"'],
	['a hundred thousand brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
	['a name that objects have', '{"__proto__":{"toJSON":1},"constructor":1}'],
	['a text that is none', '{"toString":1,"valueOf":1}']
];

test.for(hostile)('%s, wherever it stands, is answered with a report', async ([, text]) => {
	const odd = () => JSON.parse(text) as never;
	const places: ((file: RecordFile) => void)[] = [
		(file) => void Object.assign(file.main[1] as Entry, { facts: { x: odd() } }),
		(file) => void Object.assign(file.box?.[0] as Entry, { kind: odd() }),
		(file) => void (file.calls[0] = odd()),
		(file) => void ((file.disclosures[0] as Disclosure).value = odd()),
		(file) => void (file.heads[3] = odd()),
		(file) => void (file.version = odd()),
		(file) =>
			void [file, ...file.main, ...(file.box ?? []), ...file.heads.flatMap(({ proof }) => proof?.leaf ?? [])].forEach(
				(one) => (one.record = odd())
			)
	];
	for (const place of places) expect((await check(place)).outcome, String(place)).not.toBe('proven');
	for (const given of [{ receipt: odd() }, { receipt: world.receipt, concept: odd() }, { heads: odd() }, { heads: null }])
		expect((await check(() => {}, given)).outcome, Object.keys(given).join()).toBe('broken');
});

test('a record that names no deadline proves nothing about one', async () => {
	const main = await chainOf(world.key, {
		chain: 'main',
		acts: [
			{ kind: 'procedure.publish', at: 0 },
			{ kind: 'procedure.unseal', at: 1, facts: { boxLength: 0, boxHead: '0'.repeat(64) } }
		]
	});
	const report = await verifyRecord({ file: { ...copy(world.file), main, box: [], heads: [], calls: [], disclosures: [] } });
	expect(report.proven.map(({ code }) => code)).not.toEqual(expect.arrayContaining(['opening']));
	expect(report.open.map(({ code }) => code)).toContain('opening');
});

test('the same disclosure twice does not make less confidential what is', async () => {
	const twice = await check((file) => void file.disclosures.push(copy(file.disclosures[0] as Disclosure)));
	expect(codes(twice)).toEqual(['disclosure']);
});

test('how far the file goes is said, and a kept head from before it begins is not passed over', async () => {
	const report = await check(() => {});
	const last = world.file.heads.at(-1)?.day.split('-').reverse().join('.');
	expect(report.open.find(({ code }) => code === 'later')?.text).toContain(String(last));
	const before = { ...bare(world.file.heads[0] as HeadWithProof), day: '2026-10-01' };
	expect((await check(() => {}, { heads: [before] })).open.map(({ code }) => code)).toContain('older');
});

test('where a browser knows no Ed25519, everything else is checked and that is said', async () => {
	const plain = crypto.subtle.importKey.bind(crypto.subtle);
	crypto.subtle.importKey = () => Promise.reject(new DOMException('no', 'NotSupportedError'));
	try {
		const report = await check(() => {});
		expect([report.outcome, report.open.some(({ code }) => code === 'signed')]).toEqual(['proven', true]);
		expect((await check((file) => void file.main.splice(1, 1))).outcome).toBe('broken');
	} finally {
		crypto.subtle.importKey = plain;
	}
});
