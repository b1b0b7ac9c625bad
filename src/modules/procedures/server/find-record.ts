import { and, asc, eq, inArray } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Json } from '#modules/records/entry.ts';
import { fileFormat, fileVersion, fileVersionWithKeys, type RecordFile } from '#modules/records/record-file.ts';
import { loadLastHead } from '#modules/records/server/list-heads.ts';
import { listEntries, listOpenedBox, loadEntriesInPublic, loadHeads } from '#modules/records/server/load-record.ts';
import { listKeyChanges, loadPublicKey } from '#modules/records/server/load-public-key.ts';
import { publicStates } from '../way.ts';
import { procedureCalls, procedures } from './tables.ts';

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** By id or address word. Throws 404 for what was never published. */
async function findPublished({ db }: Pick<Ctx, 'db'>, idOrSlug: string) {
	const { id, slug, title, state } = procedures;
	const [found] = await db
		.select({ id, slug, title, state })
		.from(procedures)
		.where(and(isId(idOrSlug) ? eq(id, idOrSlug) : eq(slug, idOrSlug), inArray(state, [...publicStates])));
	if (!found?.slug) throw notFound();
	return { ...found, slug: found.slug };
}

/** The whole record as anybody can verify it. Throws 404. */
export async function findRecordFile(
	ctx: Pick<Ctx, 'db'>,
	{ key, base }: { key: string; base: string }
): Promise<RecordFile & { slug: string }> {
	const { id, slug, title } = await findPublished(ctx, key);
	const { main, box } = await loadEntriesInPublic(ctx, id);
	const calls = await ctx.db
		.select({ frozen: procedureCalls.frozen })
		.from(procedureCalls)
		.where(eq(procedureCalls.procedureId, id))
		.orderBy(asc(procedureCalls.version));
	const heads = await loadHeads(ctx, id, main);
	const keys = await listKeyChanges(ctx);
	return {
		...{
			format: fileFormat,
			version: keys.length ? fileVersionWithKeys : fileVersion,
			...(keys.length && { keys }),
			record: id,
			title,
			address: `${base}/verfahren/${slug}`,
			slug
		},
		...{ key: await loadPublicKey(ctx), main, box, heads, calls: calls.map(({ frozen }) => frozen as unknown as Json), disclosures: [] }
	};
}

/** So many of what came in are shown on the page; all are in the file. */
const shownOfBox = 100;

/** A page of the record for readers. Throws 404. */
export async function findRecordPage(ctx: Pick<Ctx, 'db'>, { slug, page, size }: { slug: string; page: number; size: number }) {
	const procedure = await findPublished(ctx, slug);
	const recordId = procedure.id;
	const { entries, total } = await listEntries(ctx, { recordId, page, size });
	const box = await listOpenedBox(ctx, { recordId, limit: shownOfBox });
	return { procedure, entries, total, box, lastHead: await loadLastHead(ctx), key: await loadPublicKey(ctx) };
}
