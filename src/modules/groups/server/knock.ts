import { and, desc, eq } from 'drizzle-orm';
import { notFound, refused, unauthenticated } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { groupLimits } from '../group.ts';
import { shownGroup } from './internal/shown-group.ts';
import { tellMembers } from './internal/tell.ts';
import { groupKnocks, groupMembers } from './tables.ts';

/** How long nobody is asked again after a no. */
const restDays = 30;

/** Asks a group that everybody can see whether one may join, in one's own words. Throws 401, 404, 409, 429. */
export async function knock(ctx: Ctx, { slug, text }: { slug: string; text: string }): Promise<void> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	const row = await shownGroup(ctx, slug);
	const mine = and(eq(groupMembers.groupId, row.id), eq(groupMembers.personId, actor.id));
	if (await ctx.db.$count(groupMembers, mine)) throw refused('member-already', 'Ihr gehört schon zu dieser Gruppe.');
	const own = and(eq(groupKnocks.groupId, row.id), eq(groupKnocks.personId, actor.id));
	const [last] = await ctx.db.select().from(groupKnocks).where(own).orderBy(desc(groupKnocks.at)).limit(1);
	if (last?.state === 'open')
		throw refused('knocked-already', 'Ihr habt schon angeklopft. Die Gruppe antwortet, sobald sie sich besprochen hat.');
	const rested = last?.state === 'declined' && ctx.now.getTime() - (last.decidedAt ?? last.at).getTime() < restDays * 86_400_000;
	if (rested) throw refused('declined-lately', `Die Gruppe hat vor Kurzem abgesagt. In ${restDays} Tagen könnt Ihr noch einmal anklopfen.`);
	await countTry(ctx, { what: 'group-knock', who: actor.id, limit: groupLimits.knocksPerDay, minutes: 1440 });
	await ctx.db.transaction(async (db) => {
		const values = { id: newId(), groupId: row.id, personId: actor.id, text, at: ctx.now };
		const { rowCount } = await db.insert(groupKnocks).values(values).onConflictDoNothing();
		if (!rowCount) throw refused('knocked-already', 'Ihr habt schon angeklopft.');
		const told = {
			title: `${row.name}: jemand klopft an`,
			text: `${actor.name || 'Jemand'} möchte mitmachen.`,
			tab: '/menschen',
			speakersOnly: true
		};
		await tellMembers({ ...ctx, db }, row, told);
	});
}

/** Takes one's own open question back. Throws 401, 404. */
export async function withdrawKnock(ctx: Ctx, { slug }: { slug: string }): Promise<void> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	const row = await shownGroup(ctx, slug);
	const own = and(eq(groupKnocks.groupId, row.id), eq(groupKnocks.personId, actor.id), eq(groupKnocks.state, 'open'));
	const { rowCount } = await ctx.db.update(groupKnocks).set({ state: 'withdrawn', decidedAt: ctx.now }).where(own);
	if (!rowCount) throw notFound('Es wartet keine Anfrage von Euch.');
}
