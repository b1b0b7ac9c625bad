import { and, eq } from 'drizzle-orm';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { freshlyAtTheDoor } from './internal/at-the-door.ts';
import { tellOfWayIn } from './internal/tell-of-way-in.ts';
import { identities } from './tables.ts';

/** Parts the account of the person who asks from an identity provider; sessions that began there end. The next sign-in there binds it anew. */
export async function unlinkIdentity(ctx: Ctx, id: string): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	const { person } = freshlyAtTheDoor(ctx);
	await ctx.db.transaction(async (db) => {
		const [gone] = await db
			.delete(identities)
			.where(and(eq(identities.id, id), eq(identities.personId, person.id)))
			.returning({ issuer: identities.issuer });
		if (!gone) throw notFound('Diese Verbindung gibt es nicht mehr.');
		await tellOfWayIn(
			{ ...ctx, db },
			{
				kind: 'identity.unlinked',
				person,
				title: 'Die Verbindung zu einem Anmeldedienst ist getrennt',
				text: `Sitzungen, die über ${new URL(gone.issuer).hostname} begannen, sind beendet.`,
				data: gone
			}
		);
	});
}
