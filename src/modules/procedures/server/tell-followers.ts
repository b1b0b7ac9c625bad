import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { loadPage } from './internal/page.ts';
import { tellAll } from './internal/tell.ts';
import { procedureFollowers } from './publication-tables.ts';

/** `key`: with the kind what it is about. `part`: where on the public page, or below it. */
type News = { kind: string; key: string; title: string; text: string; part?: string };

/** Everybody who follows a procedure hears, once for each kind and key. Part of commands and reactions, it asks no policy. */
export async function tellFollowers(ctx: Pick<Ctx, 'db' | 'now' | 'actor'>, procedureId: string, news: News): Promise<void> {
	const page = await loadPage(ctx, procedureId);
	if (!page || page.withheldAt) return;
	const followers = await ctx.db
		.select({ id: procedureFollowers.personId })
		.from(procedureFollowers)
		.where(eq(procedureFollowers.procedureId, procedureId));
	const { kind, key, title, text, part = '' } = news;
	await tellAll(
		ctx,
		followers.map(({ id }) => id),
		{ kind, subjectId: `${procedureId}:${key}`, title: `${title}: ${page.title}`, text, href: `/verfahren/${page.slug}${part}` }
	);
}
