import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, Refusal, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { applicationFor } from './internal/application-for.ts';
import { juryCase } from './internal/jury-case.ts';
import { placeEvidence } from './tables.ts';

export type EvidenceFile = { key: string; contentType: string; name: string };

/** A file of evidence for the group, the office, and jurors before whom it lies and who did not step back. 404 for everybody else. */
export async function findEvidenceFile(ctx: Ctx, id: string): Promise<EvidenceFile> {
	if (!ctx.actor) throw unauthenticated();
	const [file] = isUuid(id) ? await ctx.db.select().from(placeEvidence).where(eq(placeEvidence.id, id)) : [];
	if (!file) throw notFound();
	const isInside = await applicationFor(ctx, file.applicationId, 'read').then(
		() => true,
		(error: unknown) => {
			if (error instanceof Refusal) return false;
			throw error;
		}
	);
	if (!isInside) {
		const { own, isOfGroup } = await juryCase(ctx, file.applicationId);
		if (isOfGroup || own?.isRecusal) throw notFound();
	}
	const { key, contentType, name } = file;
	return { key, contentType, name };
}
