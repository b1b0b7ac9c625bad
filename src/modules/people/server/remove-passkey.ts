import { and, count, eq } from 'drizzle-orm';
import { notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { whyNotRemoveFactor } from '../second-factor.ts';
import { freshlyAtTheDoor } from './internal/at-the-door.ts';
import { tellOfWayIn } from './internal/tell-of-way-in.ts';
import { authenticatorApps, passkeys } from './tables.ts';

/** Takes a passkey of the person who asks away. Who must have a second factor keeps the last one. */
export async function removePasskey(ctx: Ctx, id: string): Promise<void> {
	const { actor } = ctx;
	if (!actor) throw unauthenticated();
	const { person } = freshlyAtTheDoor(ctx);
	await ctx.db.transaction(async (db) => {
		const { rowCount } = await db.delete(passkeys).where(and(eq(passkeys.id, id), eq(passkeys.personId, person.id)));
		if (!rowCount) throw notFound('Diesen Passkey gibt es nicht mehr.');
		const [left] = await db.select({ n: count() }).from(passkeys).where(eq(passkeys.personId, person.id));
		const apps = await db.$count(authenticatorApps, eq(authenticatorApps.personId, person.id));
		const why = whyNotRemoveFactor(actor.grants, { others: (left?.n ?? 0) + apps });
		if (why) throw refused('factor-required', why);
		const text = 'Mit ihm lässt sich Ihr Konto nicht mehr öffnen.';
		await tellOfWayIn({ ...ctx, db }, { kind: 'passkey.removed', person, title: 'Ein Passkey wurde entfernt', text });
	});
}
