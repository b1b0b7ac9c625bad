import { dayOf } from '#lib/calendar.ts';
import { and, count, eq, isNull, ne } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { mayRunNetwork } from '../policy.ts';
import { networkFor } from './internal/network-for.ts';
import { networkRoles, networks } from './tables.ts';

/** Ends a role with yesterday, so that its doors are closed from this moment; the row stays as history. The last office cannot leave. */
export async function endRole(ctx: Ctx, { slug, id }: { slug: string; id: string }): Promise<void> {
	const { network } = await networkFor(ctx, slug, mayRunNetwork);
	await ctx.db.transaction(async (db) => {
		await db.update(networks).set({ updatedAt: ctx.now }).where(eq(networks.id, network.id));
		const ofNetwork = eq(networkRoles.networkId, network.id);
		const [role] = await db
			.select()
			.from(networkRoles)
			.where(and(ofNetwork, eq(networkRoles.id, id)));
		if (!role) throw notFound();
		const office = and(ofNetwork, eq(networkRoles.role, 'office'), isNull(networkRoles.endsOn), ne(networkRoles.id, id));
		const [others] = await db
			.select({ n: count(networkRoles.personId) })
			.from(networkRoles)
			.where(office);
		if (role.role === 'office' && role.personId && !others?.n)
			throw refused('last-office', 'Das ist das letzte Netzwerkbüro. Bitte zuerst eine weitere Person dazu machen.');
		const yesterday = dayOf(new Date(ctx.now.getTime() - 86_400_000));
		await db.update(networkRoles).set({ endsOn: yesterday }).where(eq(networkRoles.id, id));
		await recordEvent({ ...ctx, db }, 'network.role_ended', { subjectId: network.id, data: { role: role.role, name: role.name } });
	});
}
