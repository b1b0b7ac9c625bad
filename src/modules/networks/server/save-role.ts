import { dayOf } from '#lib/calendar.ts';
import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { people } from '#modules/people/server/tables.ts';
import type { RoleInput } from '../forms.ts';
import { mayRunNetwork } from '../policy.ts';
import { networkFor } from './internal/network-for.ts';
import { networkRoles, networks } from './tables.ts';

async function accountOf(ctx: Ctx, email: string | undefined): Promise<string | null> {
	if (!email) return null;
	const [found] = await ctx.db.select({ id: people.id }).from(people).where(eq(people.email, email.toLowerCase()));
	if (!found)
		throw refused(
			'no-account',
			'Mit dieser Adresse ist hier noch niemand angemeldet. Bitte die Person zuerst sich anmelden lassen.',
			'email'
		);
	return found.id;
}

/** Gives somebody a role from a day on, or changes it (`id`). With the address of an account it opens doors; released, it is a face on the page. */
export async function saveRole(ctx: Ctx, { slug, id: known, input }: { slug: string; id?: string; input: RoleInput }): Promise<string> {
	const { network } = await networkFor(ctx, slug, mayRunNetwork);
	const { email, isReleased, startsOn = dayOf(ctx.now), endsOn = null, ...rest } = input;
	const { name, role, function: task = null, region = null, topic = null, statement = null, internalNote = null } = rest;
	return ctx.db.transaction(async (db) => {
		await db.update(networks).set({ updatedAt: ctx.now }).where(eq(networks.id, network.id));
		const mine = and(eq(networkRoles.networkId, network.id), eq(networkRoles.id, known ?? newId()));
		const [before] = known ? await db.select().from(networkRoles).where(mine) : [];
		if (known && !before) throw notFound();
		const personId = email ? await accountOf({ ...ctx, db }, email) : (before?.personId ?? null);
		const releasedAt = isReleased ? (before?.releasedAt ?? ctx.now) : null;
		const row = { role, name, function: task, region, topic, statement, internalNote, personId, startsOn, endsOn, releasedAt };
		const id = known ?? newId();
		const stamp = { grantedBy: ctx.actor?.id ?? null, createdAt: ctx.now };
		if (known) await db.update(networkRoles).set(row).where(eq(networkRoles.id, known));
		else await db.insert(networkRoles).values({ id, networkId: network.id, ...row, ...stamp });
		await recordEvent({ ...ctx, db }, 'network.role_saved', { subjectId: network.id, data: { role, name, startsOn, endsOn, personId } });
		return id;
	});
}
