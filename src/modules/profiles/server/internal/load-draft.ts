import { asc, eq } from 'drizzle-orm';
import { people } from '#modules/people/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { DraftPart, Part } from '../../profile.ts';
import { profileFiles, profileParts } from '../tables.ts';

/** The draft of a profile as it stands now, in the order of its kinds and positions. */
export async function loadDraft(ctx: Pick<Ctx, 'db'>, organisationId: string): Promise<DraftPart[]> {
	const rows = await ctx.db
		.select({ part: profileParts, file: profileFiles, updatedBy: people.name })
		.from(profileParts)
		.leftJoin(profileFiles, eq(profileFiles.key, profileParts.fileKey))
		.leftJoin(people, eq(people.id, profileParts.updatedBy))
		.where(eq(profileParts.organisationId, organisationId))
		.orderBy(asc(profileParts.kind), asc(profileParts.position), asc(profileParts.id));
	return rows.map(({ part, file, updatedBy }) => ({
		...{ id: part.id, kind: part.kind, position: part.position, data: part.data },
		file: file && { key: file.key, contentType: file.contentType, bytes: file.bytes, width: file.width, height: file.height },
		releasedAt: part.releasedAt,
		...{ version: part.version, internalNote: part.internalNote, updatedAt: part.updatedAt, updatedBy }
	}));
}

/** What a version keeps of the draft: nothing internal. */
export const snapshotOf = ({ id, kind, position, data, file, releasedAt }: DraftPart): Part => ({
	id,
	kind,
	position,
	data,
	file,
	releasedAt
});
