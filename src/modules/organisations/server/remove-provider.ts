import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { endProviderSessions } from '#modules/people/server/end-provider-sessions.ts';
import { managingFreshly } from './internal/managing-freshly.ts';
import { tell } from './internal/tell.ts';
import { identityProviders } from './provider-tables.ts';
import { seats } from './tables.ts';

/** Takes the identity provider of an organisation away. Its sessions and the seats that it gave end at once; the people stay and come in by mail. */
export async function removeProvider(ctx: Ctx, organisationId: string): Promise<void> {
	managingFreshly(ctx, organisationId);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [gone] = await db
			.delete(identityProviders)
			.where(eq(identityProviders.organisationId, organisationId))
			.returning({ via: identityProviders.id, issuer: identityProviders.issuer });
		if (!gone) throw notFound('Hier ist kein Anmeldedienst eingetragen.');
		await endProviderSessions(inside, { via: gone.via, all: true });
		const ended = await db
			.update(seats)
			.set({ endsAt: ctx.now })
			.where(and(eq(seats.via, gone.via), or(isNull(seats.endsAt), gt(seats.endsAt, ctx.now))))
			.returning({ personId: seats.personId, function: seats.function });
		await tell(inside, organisationId, { kind: 'provider.removed', before: { issuer: gone.issuer }, after: { issuer: null } });
		const reason = 'Der Anmeldedienst, der den Platz gab, wurde entfernt.';
		for (const { personId, ...seat } of ended)
			await tell(inside, organisationId, { kind: 'seat.ended', personId, before: seat, after: { endsAt: ctx.now.toISOString() }, reason });
	});
}
