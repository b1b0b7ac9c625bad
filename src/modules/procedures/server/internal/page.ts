import { and, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import type { Ctx } from '#modules/people/actor.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Frozen } from '../../frozen.ts';
import { publicCallOf } from '../../public-call.ts';
import { procedurePages } from '../publication-tables.ts';
import { loadCall } from './load-call.ts';
import type { Held } from './procedure-for.ts';

export type PageRow = typeof procedurePages.$inferSelect;

/** What everybody may see: nothing that the operator withholds. */
export const shownPage: SQL | undefined = isNull(procedurePages.withheldAt);

/** A page is named by its slug in addresses, and by its id in the API. */
export const pageIs = (key: string): SQL | undefined =>
	and(shownPage, isUuid(key) ? or(eq(procedurePages.procedureId, key), eq(procedurePages.slug, key)) : eq(procedurePages.slug, key));

/** The page of a procedure, withheld or not; null before it was published. The caller has asked who reads. */
export async function loadPage({ db }: Pick<Ctx, 'db'>, procedureId: string): Promise<PageRow | null> {
	const [page] = await db.select().from(procedurePages).where(eq(procedurePages.procedureId, procedureId));
	return page ?? null;
}

type Version = { frozen: Frozen; version: number; hash: string; deadline: Date; slug: string };

/** Writes the page of a procedure that is being published. In the caller's transaction. */
export async function writePage(ctx: Ctx, held: Held, { frozen, version, hash, deadline, slug }: Version): Promise<void> {
	const { row, house } = held;
	const content = publicCallOf(await loadCall(ctx, held), { frozen, hours: row.hours });
	const [town] = await ctx.db
		.select({ slug: municipalities.slug, stateCode: municipalities.stateCode })
		.from(municipalities)
		.where(eq(municipalities.ags, house.ags));
	await ctx.db.insert(procedurePages).values({
		...{ procedureId: row.id, slug, number: row.number, title: row.title, kind: row.kind, state: 'open', round: row.round },
		...{ propertyId: row.propertyId, ags: house.ags, stateCode: town?.stateCode ?? '', town: house.town, townSlug: town?.slug ?? '' },
		...{ deadline, version, hash, content, isDemo: row.isDemo, publishedAt: ctx.now, changedAt: ctx.now }
	});
}

/** Something public about a procedure is different now. In the caller's transaction. */
export async function changePage(
	ctx: Pick<Ctx, 'db' | 'now'>,
	procedureId: string,
	set: Partial<Pick<PageRow, 'state' | 'round' | 'deadline' | 'version' | 'hash' | 'content'>>
): Promise<void> {
	const known = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
	await ctx.db
		.update(procedurePages)
		.set({ ...known, changedAt: sql`greatest(${procedurePages.changedAt}, ${ctx.now.toISOString()}::timestamptz)` })
		.where(eq(procedurePages.procedureId, procedureId));
}
