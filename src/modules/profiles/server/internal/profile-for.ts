import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { forbidden, notFound } from '#lib/refusal.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { isOffice, type Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { holdsSeat } from '#modules/organisations/policy.ts';
import { hasProfile, maySeeProfile, mayWriteProfile } from '../../policy.ts';
import { profiles } from '../tables.ts';

export type ProfileOwner = {
	id: string;
	slug: string;
	name: string;
	kind: 'municipality' | 'county';
	ags: string | null;
	districtCode: string | null;
};

/** The organisation of that slug or id for somebody who looks inside. 404 for everybody else, and for kinds that have no profile; 403 for who may read but not write. */
export async function profileFor(ctx: Ctx, slugOrId: string, { write = false }: { write?: boolean } = {}): Promise<ProfileOwner> {
	const { id, slug, name, kind, ags, districtCode } = organisations;
	const [found] = await ctx.db
		.select({ id, slug, name, kind, ags, districtCode })
		.from(organisations)
		.where(isUuid(slugOrId) ? eq(id, slugOrId) : eq(slug, slugOrId));
	if (!found || !hasProfile(found.kind) || !maySeeProfile(ctx.actor, found.id)) throw notFound();
	if (write && !mayWriteProfile(ctx.actor, found.id))
		throw forbidden('Das Profil bearbeitet, wer in der Kommune einen Platz mit diesem Recht hat.');
	return found as ProfileOwner;
}

/** Makes the profile when it is the first time, and holds its row until the transaction ends: changes of one profile follow one another. */
export async function holdProfile(ctx: Ctx, organisationId: string): Promise<{ isDemo: boolean }> {
	await ctx.db.insert(profiles).values({ organisationId, createdAt: ctx.now, updatedAt: ctx.now }).onConflictDoNothing();
	const [row] = await ctx.db
		.update(profiles)
		.set({ updatedAt: ctx.now })
		.where(eq(profiles.organisationId, organisationId))
		.returning({ isDemo: profiles.isDemo });
	return { isDemo: row?.isDemo ?? false };
}

/** Writes a change into the history of the organisation, and whether the network office acted in its place. */
export async function tell(
	ctx: Ctx,
	organisationId: string,
	{ kind, reason, ...data }: { kind: string; reason?: string } & Record<string, unknown>
): Promise<void> {
	const onBehalf = isOffice(ctx.actor) && !holdsSeat(ctx.actor, organisationId, 'read');
	await recordEvent(ctx, kind, { subjectId: organisationId, reason, data: { ...data, ...(onBehalf && { onBehalf }) } });
}
