import { eq } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { isSignedInPerson } from '../policy.ts';
import { absences, deputies } from './post-tables.ts';

export type Absence = { startsAt: Date; endsAt: Date; deputies: { organisationId: string; deputyId: string; until: Date | null }[] };

/** Writes down that the person who asks is away, and who stands in. Part of `announce-absence`, which knows who sits where. */
export async function saveAbsence(ctx: Ctx, { startsAt, endsAt, deputies: named }: Absence): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	const personId = ctx.actor.id;
	await ctx.db.transaction(async (db) => {
		const term = { startsAt, endsAt };
		await db
			.insert(absences)
			.values({ personId, ...term })
			.onConflictDoUpdate({ target: absences.personId, set: term });
		await db.delete(deputies).where(eq(deputies.personId, personId));
		if (named.length) await db.insert(deputies).values(named.map((deputy) => ({ personId, ...deputy })));
	});
}

/** The person who asks is back: their brief comes again, and nobody stands in for them any more. */
export async function endAbsence(ctx: Ctx): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	const personId = ctx.actor.id;
	await ctx.db.transaction(async (db) => {
		await db.delete(absences).where(eq(absences.personId, personId));
		await db.delete(deputies).where(eq(deputies.personId, personId));
	});
}
