import { asc, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Json } from '#modules/records/entry.ts';
import { fileFormat, fileVersion, fileVersionWithKeys, type RecordFile } from '#modules/records/record-file.ts';
import { loadLastHead } from '#modules/records/server/list-heads.ts';
import { listEntries, listOpenedBox, loadEntriesInPublic, loadHeads } from '#modules/records/server/load-record.ts';
import { listKeyChanges, loadPublicKey } from '#modules/records/server/load-public-key.ts';
import { pageIs } from './internal/page.ts';
import { procedurePages } from './publication-tables.ts';
import { procedureCalls } from './tables.ts';

/** By id or address word. Throws 404 for what was never published, and for what the operator withholds. */
async function findPublished({ db }: Pick<Ctx, 'db'>, key: string) {
	const { procedureId: id, slug, title } = procedurePages;
	const [found] = await db.select({ id, slug, title }).from(procedurePages).where(pageIs(key));
	if (!found) throw notFound();
	return found;
}

/** The whole record as anybody can verify it, as it was in one moment: what comes in meanwhile would look as if something was left out. Throws 404. */
export async function findRecordFile(
	ctx: Pick<Ctx, 'db'>,
	{ key, base }: { key: string; base: string }
): Promise<RecordFile & { slug: string }> {
	const signedBy = await loadPublicKey(ctx);
	return ctx.db.transaction(
		async (db) => {
			const { id, slug, title } = await findPublished({ db }, key);
			const { main, box } = await loadEntriesInPublic({ db }, id);
			const calls = await db
				.select({ frozen: procedureCalls.frozen })
				.from(procedureCalls)
				.where(eq(procedureCalls.procedureId, id))
				.orderBy(asc(procedureCalls.version));
			const heads = await loadHeads({ db }, id, main);
			const keys = await listKeyChanges({ db });
			return {
				...{ format: fileFormat, version: keys.length ? fileVersionWithKeys : fileVersion, ...(keys.length && { keys }) },
				...{ record: id, title, address: `${base}/verfahren/${slug}`, slug },
				...{ key: signedBy, main, box, heads, calls: calls.map(({ frozen }) => frozen as unknown as Json), disclosures: [] }
			};
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
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
