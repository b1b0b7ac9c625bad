import { and, desc, eq, inArray, or } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { wayInChanges, waysIn, type SecurityEvent } from '../way-in.ts';
import { events, people, signIns } from './tables.ts';

const shown = 30;
/** These are about a key, made by its person. */
const ofKeys = ['api-key.created', 'api-key.revoked'];

/** What happened at the door of the asking person's account, the newest first: who came in how, and what changed about the ways in. */
export async function listSecurityEvents(ctx: Ctx): Promise<SecurityEvent[]> {
	const { actor } = ctx;
	if (!actor) return [];
	const entered = await ctx.db
		.select()
		.from(signIns)
		.where(eq(signIns.personId, actor.id))
		.orderBy(desc(signIns.at), desc(signIns.id))
		.limit(shown);
	const changed = await ctx.db
		.select({ at: events.at, kind: events.kind, actorId: events.actorId, by: people.name })
		.from(events)
		.leftJoin(people, eq(people.id, events.actorId))
		.where(
			or(
				and(eq(events.subjectId, actor.id), inArray(events.kind, Object.keys(wayInChanges))),
				and(eq(events.actorId, actor.id), inArray(events.kind, ofKeys))
			)
		)
		.orderBy(desc(events.at), desc(events.id))
		.limit(shown);
	return [
		...entered.map(({ at, way, device }) => ({ at, what: 'angemeldet', detail: `${waysIn[way]}, ${device}`, by: null })),
		...changed.map(({ at, kind, actorId, by }) => ({
			at,
			what: wayInChanges[kind] ?? kind,
			detail: null,
			by: actorId && actorId !== actor.id ? by || 'eine andere Person' : null
		}))
	]
		.sort((a, b) => b.at.getTime() - a.at.getTime())
		.slice(0, shown);
}
