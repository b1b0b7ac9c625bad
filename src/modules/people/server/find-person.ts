import { desc, eq, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { forbidden, notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { maySeePeople } from '../policy.ts';
import { heldGrants } from './internal/grants-as-json.ts';
import { hasFactor } from './internal/has-factor.ts';
import type { ListedPerson } from './list-people.ts';
import { events, people } from './tables.ts';

export type PersonEvent = { kind: string; at: Date; by: string | null; data: Record<string, unknown> };

/** One person with their grants and what happened to these, the newest first; for office and administration. */
export async function findPerson(ctx: Ctx, id: string): Promise<ListedPerson & { history: PersonEvent[]; hasFactor: boolean }> {
	if (!ctx.actor) throw unauthenticated();
	if (!maySeePeople(ctx.actor)) throw forbidden();
	if (!isUuid(id)) throw notFound();
	const [person] = await ctx.db
		.select({ id: people.id, name: people.name, email: people.email, createdAt: people.createdAt, grants: heldGrants, hasFactor })
		.from(people)
		.where(eq(people.id, id));
	if (!person) throw notFound('Diese Person gibt es nicht mehr.');
	const history = await ctx.db
		.select({ kind: events.kind, at: events.at, by: people.name, data: events.data })
		.from(events)
		.leftJoin(people, eq(people.id, events.actorId))
		.where(sql`${events.subjectId} = ${id} and ${events.kind} in ('grant.given', 'grant.revoked', 'person.joined')`)
		.orderBy(desc(events.at), desc(events.id))
		.limit(50);
	return { ...person, history };
}
