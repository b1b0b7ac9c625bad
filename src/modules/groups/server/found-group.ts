import { and, eq, gt, sql } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { findOwnRequest } from '#modules/requests/server/find-request.ts';
import type { FoundInput } from '../forms.ts';
import { groupLimits } from '../group.ts';
import { houseOf } from './internal/house-of.ts';
import { insertGroup, needFromRequest } from './internal/insert-group.ts';
import { groups } from './tables.ts';

const aMinute = 60_000;

/**
 * Founds a group around a published house, or in a place, that nobody else sees. The founder speaks for it; the need of one of their own requests may
 * come along. A second click leads to the same group. Returns its id. Throws 401, 404, 422, 429.
 */
export async function foundGroup(ctx: Ctx, { raum, ort, gesuch, name, idea, seeks }: FoundInput): Promise<string> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	const house = await houseOf(ctx, { house: raum, ort }, { house: 'raum', ort: 'ort' });
	const request = gesuch ? await findOwnRequest(ctx, gesuch) : null;
	await countTry(ctx, { what: 'found-group', who: actor.id, limit: groupLimits.foundedPerDay, minutes: 1440 });
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`groups.found.${actor.id}`}))`);
		const justNow = gt(groups.createdAt, new Date(ctx.now.getTime() - aMinute));
		const [same] = await db
			.select({ id: groups.id })
			.from(groups)
			.where(and(eq(groups.createdBy, actor.id), eq(groups.name, name), justNow));
		if (same) return same.id;
		const { id, memberId } = await insertGroup(inside, { name, idea, seeks, house, personId: actor.id });
		if (request) await needFromRequest(inside, { groupId: id, memberId }, request);
		return id;
	});
}
