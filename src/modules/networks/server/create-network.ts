import { dayOf } from '#lib/calendar.ts';
import { newId } from '#lib/server/id.ts';
import { forbidden, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { NewNetwork } from '../forms.ts';
import { slugOf } from '../network.ts';
import { mayCreateNetwork } from '../policy.ts';
import { networkRoles, networks } from './tables.ts';

/** Begins a network that nobody else sees yet; whoever begins it is its office. Returns its slug. 409 when the name is taken. */
export async function createNetwork(ctx: Ctx, { name, openness }: NewNetwork): Promise<{ id: string; slug: string }> {
	if (!ctx.actor) throw unauthenticated();
	if (!mayCreateNetwork(ctx.actor)) throw forbidden('Netzwerke legt das Netzwerkbüro der Installation an.');
	const { actor } = ctx;
	const [id, slug, stamp] = [newId(), slugOf(name), { createdAt: ctx.now, updatedAt: ctx.now }];
	await ctx.db.transaction(async (db) => {
		const [made] = await db
			.insert(networks)
			.values({ id, slug, name, openness, accent: '#2a5a47', createdBy: actor.id, ...stamp })
			.onConflictDoNothing()
			.returning({ id: networks.id });
		if (!made) throw refused('name-taken', 'Ein Netzwerk mit diesem Namen gibt es hier schon.', 'name');
		const startsOn = dayOf(ctx.now);
		const office = { role: 'office', personId: actor.id, name: actor.name, startsOn, grantedBy: actor.id } as const;
		await db.insert(networkRoles).values({ id: newId(), networkId: id, ...office, createdAt: ctx.now });
		await recordEvent({ ...ctx, db }, 'network.created', { subjectId: id, data: { name, openness } });
	});
	return { id, slug };
}
