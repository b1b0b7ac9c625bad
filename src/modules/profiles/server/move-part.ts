import { and, asc, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { holdProfile, profileFor } from './internal/profile-for.ts';
import { profileParts } from './tables.ts';

/** Moves a part one place up or down among its kind; at the end nothing happens. */
export async function movePart(ctx: Ctx, { slug, id, up }: { slug: string; id: string; up: boolean }): Promise<void> {
	const { id: organisationId } = await profileFor(ctx, slug, { write: true });
	await ctx.db.transaction(async (db) => {
		await holdProfile({ ...ctx, db }, organisationId);
		const [part] = await db
			.select({ kind: profileParts.kind })
			.from(profileParts)
			.where(and(eq(profileParts.organisationId, organisationId), eq(profileParts.id, id)));
		if (!part) throw notFound('Diesen Teil gibt es nicht mehr.');
		const rows = await db
			.select({ id: profileParts.id })
			.from(profileParts)
			.where(and(eq(profileParts.organisationId, organisationId), eq(profileParts.kind, part.kind)))
			.orderBy(asc(profileParts.position), asc(profileParts.id));
		const order = rows.map((row) => row.id);
		const from = order.indexOf(id);
		order.splice(from, 1);
		order.splice(Math.max(0, from + (up ? -1 : 1)), 0, id);
		for (const [position, key] of order.entries()) await db.update(profileParts).set({ position }).where(eq(profileParts.id, key));
	});
}
