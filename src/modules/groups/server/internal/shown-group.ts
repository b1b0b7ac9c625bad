import { and, eq, isNotNull } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { groups } from '../tables.ts';
import type { GroupRow } from './group-for.ts';

/** A group that everybody may see. Throws 404 for any other, whether it is there or not. */
export async function shownGroup({ db }: Pick<Ctx, 'db'>, slug: string): Promise<GroupRow> {
	const [row] = await db
		.select()
		.from(groups)
		.where(and(eq(groups.slug, slug), isNotNull(groups.shownAt)));
	if (!row) throw notFound('Diese Gruppe gibt es nicht, oder sie möchte nicht gesehen werden.');
	return row;
}
