import { and, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { Stale } from '../vocabulary.ts';
import { markSpaces, removeSpaces } from './project-space.ts';
import { properties } from './tables.ts';

/**
 * Nobody confirms these houses: marks them, takes them out of matching, or off the page (its address answers 410). However many they are, it takes
 * the same few statements. Part of the daily run, it asks no policy; its caller tells what happened.
 */
export async function fadeProperties(ctx: Ctx, { ids, to, reason }: { ids: string[]; to: Stale; reason: string }): Promise<void> {
	if (!ids.length) return;
	if (to !== 'archived') {
		await ctx.db.update(properties).set({ stale: to }).where(inArray(properties.id, ids));
		return markSpaces(ctx, ids, to);
	}
	const at = sql`${ctx.now.toISOString()}::timestamptz`;
	await ctx.db.execute(sql`
		insert into property_steps (id, property_id, machine, from_state, to_state, reason, at)
		select gen_random_uuid(), p.id, 'publication', p.publication_state, 'internal', ${reason}, ${at}
		from properties p where p.id = any(${sql.param(ids)}::uuid[]) and p.publication_state in ('public', 'public_blurred')`);
	await ctx.db
		.update(properties)
		.set({ stale: 'archived', publicationState: 'internal', withdrawnAt: ctx.now })
		.where(and(inArray(properties.id, ids), inArray(properties.publicationState, ['public', 'public_blurred'])));
	await removeSpaces(ctx, ids);
}

/** Somebody answered for this house, though not that all holds: it is matched again, and the mark is gone. Part of other commands. */
export async function lightProperty(ctx: Ctx, id: string): Promise<void> {
	const lit = await ctx.db
		.update(properties)
		.set({ stale: null })
		.where(
			and(inArray(properties.id, [id]), isNotNull(properties.stale), inArray(properties.publicationState, ['public', 'public_blurred']))
		)
		.returning({ id: properties.id });
	if (!lit.length) return;
	await markSpaces(ctx, [id], null);
	await recordEvent(ctx, 'space.changed', { subjectId: id, data: { spaceId: id } });
}
