import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import { conceptMembers, concepts } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedures } from '#modules/procedures/server/tables.ts';

/** The concept for whoever writes at it, with the state of its procedure. Throws 401 and 404. */
export async function ownConcept(ctx: Ctx, conceptId: string) {
	if (!ctx.actor) throw unauthenticated();
	if (!isUuid(conceptId)) throw notFound();
	const isMine = and(eq(conceptMembers.conceptId, concepts.id), eq(conceptMembers.personId, ctx.actor.id));
	const [found] = await ctx.db
		.select({
			...{ procedureId: concepts.procedureId, number: concepts.number, state: procedures.state },
			...{ procedure: procedures.title, slug: procedures.slug }
		})
		.from(concepts)
		.innerJoin(conceptMembers, isMine)
		.innerJoin(procedures, eq(procedures.id, concepts.procedureId))
		.where(eq(concepts.id, conceptId));
	if (!found) throw notFound();
	return found;
}
