import { and, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { EditConflict } from '../conflict.ts';
import { forgetPart } from './internal/forget-part.ts';
import { holdProfile, profileFor, tell } from './internal/profile-for.ts';
import { profileParts } from './tables.ts';

/**
 * Notes that the person has released exactly these words (`version`), or takes the release back. Taken back, the voice disappears at once:
 * from the public page and from every earlier version.
 */
export async function releaseVoice(
	ctx: Ctx,
	{ slug, id, released, version }: { slug: string; id: string; released: boolean; version?: number }
): Promise<void> {
	const { id: organisationId } = await profileFor(ctx, slug, { write: true });
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await holdProfile(inside, organisationId);
		const voice = and(eq(profileParts.organisationId, organisationId), eq(profileParts.id, id), eq(profileParts.kind, 'voice'));
		const [row] = await db.select().from(profileParts).where(voice);
		if (!row) throw notFound('Diese Stimme gibt es nicht mehr.');
		if (released && row.version !== version) throw new EditConflict({ data: row.data, version: row.version, by: null });
		await db
			.update(profileParts)
			.set({ releasedAt: released ? (row.releasedAt ?? ctx.now) : null })
			.where(voice);
		if (!released) await forgetPart(inside, organisationId, id);
		await tell(inside, organisationId, { kind: released ? 'profile.voice_released' : 'profile.voice_withdrawn' });
	});
}
