import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { actsFor } from '../policy.ts';
import { membershipFor } from './internal/membership-for.ts';
import { latestValues } from './internal/take-step.ts';
import { memberships } from './tables.ts';

/**
 * The organisation commits itself to the values in the version it has read (`version`). By its own people, or entered by the office for them;
 * the trail names who. 409 when a newer version is there meanwhile.
 */
export async function confirmValues(ctx: Ctx, { id, version }: { id: string; version: number }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const { membership, network, organisation } = await membershipFor({ ...ctx, db }, id);
		const latest = await latestValues({ db }, network.id);
		if (latest === null) throw refused('no-values', 'Dieses Netzwerk hat noch keine Werte, die sich bestätigen ließen.');
		if (version !== latest)
			throw refused('newer-values', `Inzwischen gilt Fassung ${latest} der Werte. Bitte lesen Sie diese und bestätigen Sie dann.`);
		const confirmed = { valuesVersion: version, valuesConfirmedAt: ctx.now, valuesConfirmedBy: ctx.actor?.id ?? null, updatedAt: ctx.now };
		await db.update(memberships).set(confirmed).where(eq(memberships.id, id));
		const onBehalf = actsFor(ctx.actor, organisation.id, organisation.ags);
		const sides = { before: { version: membership.valuesVersion }, after: { version } };
		const data = { network: network.id, organisation: membership.organisationId, version, ...sides, ...(onBehalf && { onBehalf }) };
		await recordEvent({ ...ctx, db }, 'membership.values_confirmed', { subjectId: id, data });
	});
}
