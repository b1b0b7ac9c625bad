import { eq, sql } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { exportOwnData } from '#modules/people/server/export-own-data.ts';
import { events, mails } from '#modules/people/server/tables.ts';
import { findCall } from '#modules/procedures/server/find-call.ts';
import { findProcedure, findProcedureHead } from '#modules/procedures/server/find-procedure.ts';
import { listProcedures } from '#modules/procedures/server/list-procedures.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { costsFor, plantConcept, textsFor } from '#testing/concepts.ts';
import { expect, test } from '#testing/world.ts';
import { addFile } from './add-file.ts';
import { findConcept, findConceptHead, findJoining, findOwnFile, findReceipt, findWriters, listOwnConcepts } from './find-concept.ts';
import { findOpening } from './find-opening.ts';
import { listDuplicates, loadContents } from './load-contents.ts';
import { saveCosts, saveTexts } from './save-texts.ts';
import { sendConcept } from './send-concept.ts';
import { concepts } from './tables.ts';
import { dropFilesOf } from './tend-concepts.ts';

const secret = 'Kolibri im Dachstuhl';
const price = 7_431_985_62;
const weighted = { priceRule: 'weighted', price: 100_000, priceFull: 200_000, priceShare: 200 };

/** In which tables one of these texts stands in some column. */
async function tablesWith(db: Db, texts: readonly string[]): Promise<string[]> {
	const { rows } = await db.execute<{ name: string }>(sql`
		select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')`);
	const found: string[] = [];
	const any = sql.param(texts.map((text) => `%${text}%`));
	for (const { name } of rows) {
		const hits = await db.execute(sql`select 1 from ${sql.raw(name)} t where t::text like any(${any}::text[]) limit 1`);
		if (hits.rowCount) found.push(name);
	}
	return found.sort();
}

async function plantSecret(stage: Parameters<typeof plantConcept>[0]) {
	const planted = await plantConcept(stage, weighted as never);
	const { published, id, store } = planted;
	const amira = stage.as('amira');
	const { marks } = await findConcept(amira, id);
	const { frozen } = await loadFrozen(amira, published.id);
	await saveTexts(amira, { id, input: textsFor(frozen, { word: secret, mark: marks.texts }) });
	await saveCosts(amira, { id, input: { ...costsFor(marks.money), offerCents: price } });
	const bytes = new TextEncoder().encode(`%PDF-1.7\n${secret}\n%%EOF`);
	await addFile(amira, { id, store, for: null, upload: { name: `${secret}.pdf`, bytes } });
	return planted;
}

test('after sending no column of no table and no stored file holds a word, a number or a name of it', async ({ as, db }) => {
	const { id, store } = await plantSecret({ as, db });
	const marks = [secret, String(price)];
	expect(await tablesWith(db, marks), 'the scan finds what lies open').toEqual(['public.concept_files', 'public.concepts']);
	const { key } = await sendConcept(as('amira'), { id, store });
	expect(await tablesWith(db, [...marks, key ?? ''])).toEqual([]);
	const { rows: jobs } = await db.execute<{ keys: string[] }>(
		sql`select j.payload->'keys' as keys from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'drop-files'`
	);
	await dropFilesOf(as(null), { store, keys: jobs.flatMap(({ keys }) => keys) });
	let files = 0;
	for await (const stored of store.keys()) {
		files++;
		expect(Buffer.from((await store.get(stored)) ?? []).includes(secret), stored).toBe(false);
	}
	expect(files).toBeGreaterThan(0);
	expect(await db.$count(events, eq(events.subjectId, id)), 'nothing is told of it').toBe(0);
	expect(await db.$count(mails)).toBe(0);
});

/** Everything that somebody can ask for that could tell of a concept, as they get it. */
async function everythingFor(
	ask: Parameters<typeof findOpening>[0],
	{ procedureId, slug, id }: { procedureId: string; slug: string; id: string }
) {
	const { store } = { store: { get: async () => null } as never };
	const reads: Record<string, () => Promise<unknown>> = {
		...{
			opening: () => findOpening(ask, procedureId),
			head: () => findProcedureHead(ask, procedureId),
			call: () => findCall(ask, procedureId)
		},
		...{
			procedure: () => findProcedure(ask, procedureId),
			list: () => listProcedures(ask, {} as never),
			joining: () => findJoining(ask, slug)
		},
		...{ own: () => listOwnConcepts(ask), concept: () => findConcept(ask, id), conceptHead: () => findConceptHead(ask, id) },
		...{
			receipt: () => findReceipt(ask, id),
			writers: () => findWriters(ask, id),
			file: () => findOwnFile(ask, { id, fileId: id, store })
		},
		data: async () => ({ ...(await exportOwnData(ask)), madeAt: '' })
	};
	const answers: Record<string, unknown> = {};
	for (const [name, read] of Object.entries(reads))
		answers[name] = await read().catch((error: { code?: string; message: string }) => error.code ?? error.message);
	return answers;
}

test.for(['ines', 'friedrich', 'oskar', 'katrin', 'mara', 'renate', 'jonas', 'hanna', null] as const)(
	'before the opening %o gets the same answers, whether a concept lies in the box or not',
	async (who: CastName | null, { as, db }) => {
		const { published, id, store } = await plantSecret({ as, db });
		const about = { procedureId: published.id, slug: published.slug, id };
		const before = await everythingFor(as(who), about);
		await sendConcept(as('amira'), { id, store });
		const after = await everythingFor(as(who), about);
		expect(after).toEqual(before);
		expect(JSON.stringify(after)).not.toMatch(new RegExp(`${secret}|${id}|${cast.amira.name}`));
		expect([after.concept, after.receipt, after.writers, after.file]).toEqual(
			who === null ? ['sign-in', 'sign-in', 'sign-in', 'sign-in'] : ['not-found', 'not-found', 'not-found', 'not-found']
		);
		expect([await loadContents(as(who), published.id), await listDuplicates(as(who), published.id)]).toEqual([[], []]);
		expect(await db.$count(concepts), 'there is one').toBe(1);
	}
);
