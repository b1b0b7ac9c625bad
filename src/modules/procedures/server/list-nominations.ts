import { and, desc, eq, isNull } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { procedureMembers, procedureNominations, procedures } from './tables.ts';

/** Questions to whoever asks that wait for an answer, by the confirmed address of their account. Throws 401. */
export async function listOwnNominations(ctx: Ctx) {
	const { db, actor } = ctx;
	if (!actor) throw unauthenticated();
	const { id, role, hasVote, reason, at } = procedureNominations;
	return db
		.select({
			...{ id, role, hasVote, reason, at, title: procedures.title, slug: procedures.slug, town: municipalities.nameShort },
			standsFor: procedureMembers.role
		})
		.from(procedureNominations)
		.innerJoin(people, and(eq(people.email, procedureNominations.email), eq(people.emailVerified, true)))
		.innerJoin(procedures, eq(procedures.id, procedureNominations.procedureId))
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.innerJoin(municipalities, eq(municipalities.ags, properties.ags))
		.leftJoin(procedureMembers, eq(procedureMembers.id, procedureNominations.deputyFor))
		.where(and(eq(people.id, actor.id), isNull(procedureNominations.endedAt)))
		.orderBy(desc(at), desc(id));
}
export type OwnNomination = Awaited<ReturnType<typeof listOwnNominations>>[number];

/** Who was asked after the publication, and what became of it. The caller has asked who reads. */
export async function loadNominations(ctx: Pick<Ctx, 'db'>, procedureId: string) {
	const { id, role, name, email, deputyFor, succeeds, reason, at, endedAt, outcome } = procedureNominations;
	return ctx.db
		.select({ id, role, name, email, deputyFor, succeeds, reason, at, endedAt, outcome })
		.from(procedureNominations)
		.where(eq(procedureNominations.procedureId, procedureId))
		.orderBy(desc(at), desc(id));
}
export type ListedNomination = Awaited<ReturnType<typeof loadNominations>>[number];
