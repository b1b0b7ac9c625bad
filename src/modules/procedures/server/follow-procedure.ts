import { and, eq } from 'drizzle-orm';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { pageIs } from './internal/page.ts';
import { procedureFollowers, procedurePages } from './publication-tables.ts';

async function pageOf(ctx: Ctx, key: string): Promise<string> {
	if (!ctx.actor) throw unauthenticated('Bitte meldet Euch an. Dann hört Ihr von Änderungen, Antworten und Terminen.');
	const [page] = await ctx.db.select({ id: procedurePages.procedureId }).from(procedurePages).where(pageIs(key));
	if (!page) throw notFound('Dieses Verfahren gibt es hier nicht.');
	return page.id;
}

/** Whoever asks hears of everything new in a public procedure, named by id or slug; a second time changes nothing. Throws 401, 404. */
export async function followProcedure(ctx: Ctx, key: string): Promise<void> {
	const procedureId = await pageOf(ctx, key);
	const personId = ctx.actor?.id ?? '';
	await ctx.db.insert(procedureFollowers).values({ procedureId, personId, since: ctx.now }).onConflictDoNothing();
}

/** And does not any more. Throws 401, 404. */
export async function unfollowProcedure(ctx: Ctx, key: string): Promise<void> {
	const procedureId = await pageOf(ctx, key);
	await ctx.db
		.delete(procedureFollowers)
		.where(and(eq(procedureFollowers.procedureId, procedureId), eq(procedureFollowers.personId, ctx.actor?.id ?? '')));
}
