import { and, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { forgetPart } from './internal/forget-part.ts';
import { holdProfile, profileFor, tell } from './internal/profile-for.ts';
import { profileParts } from './tables.ts';

/** Takes a part out of the draft; the public page keeps it until the next publication. `everywhere`: also out of the page and all earlier versions, at once. */
export async function removePart(
	ctx: Ctx,
	{ slug, id, everywhere = false }: { slug: string; id: string; everywhere?: boolean }
): Promise<void> {
	const { id: organisationId } = await profileFor(ctx, slug, { write: true });
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await holdProfile(inside, organisationId);
		const [gone] = await db
			.delete(profileParts)
			.where(and(eq(profileParts.organisationId, organisationId), eq(profileParts.id, id)))
			.returning({ kind: profileParts.kind });
		if (!gone) throw notFound('Diesen Teil gibt es nicht mehr.');
		if (everywhere) await forgetPart(inside, organisationId, id);
		await tell(inside, organisationId, { kind: everywhere ? 'profile.part_forgotten' : 'profile.part_removed', part: gone.kind });
	});
}
