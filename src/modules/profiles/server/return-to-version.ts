import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { DraftPart, Part } from '../profile.ts';
import { loadDraft } from './internal/load-draft.ts';
import { holdProfile, profileFor, tell } from './internal/profile-for.ts';
import { findVersion } from './list-versions.ts';
import { profileParts } from './tables.ts';

/** Notes stay with the part they were written beside. Counts go on, so that a form that was open before is told. */
const restored = (part: Part, now: DraftPart | undefined) => ({
	id: part.id,
	kind: part.kind,
	position: part.position,
	data: part.data,
	fileKey: part.file?.key ?? null,
	releasedAt: part.releasedAt === null ? null : new Date(part.releasedAt),
	internalNote: now?.internalNote ?? null,
	version: (now?.version ?? 0) + 1
});

/** Makes an earlier version the draft again; the public page stays as it is until somebody publishes. Voices that nobody released then wait in the draft as they did. */
export async function returnToVersion(ctx: Ctx, { slug, number }: { slug: string; number: number }): Promise<void> {
	const { id: organisationId } = await profileFor(ctx, slug, { write: true });
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await holdProfile(inside, organisationId);
		const { parts } = await findVersion(inside, { slug, number });
		const draft = new Map((await loadDraft(inside, organisationId)).map((part) => [part.id, part]));
		const ids = new Set(parts.map(({ id }) => id));
		const waiting = [...draft.values()].filter(({ id, kind, releasedAt }) => kind === 'voice' && !releasedAt && !ids.has(id));
		const rows = [...parts, ...waiting].map((part) => restored(part, draft.get(part.id)));
		await db.delete(profileParts).where(eq(profileParts.organisationId, organisationId));
		const stamp = { organisationId, updatedAt: ctx.now, updatedBy: ctx.actor?.id ?? null };
		if (rows.length) await db.insert(profileParts).values(rows.map((row) => ({ ...row, ...stamp })));
		await tell(inside, organisationId, { kind: 'profile.returned', number });
	});
}
