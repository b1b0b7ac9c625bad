import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, refused, unauthenticated } from '#lib/refusal.ts';
import { findSpaceRow } from '#modules/matching/server/find-space-row.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import type { AnswerCallInput } from '../forms.ts';
import { isAlive } from '../group.ts';
import { addMember } from './internal/add-member.ts';
import type { GroupRow } from './internal/group-for.ts';
import { insertGroup, needFromRequest } from './internal/insert-group.ts';
import { note, tellMembers, tellPerson } from './internal/tell.ts';
import { groupCalls, groupMixes, groups } from './tables.ts';

type Mix = typeof groupMixes.$inferSelect;
type Joined = { groupId: string; memberId: string; isNew: boolean };

async function groupOfMix(ctx: Ctx, { groupId }: Mix): Promise<GroupRow | null> {
	if (!groupId) return null;
	const [row] = await ctx.db.select().from(groups).where(eq(groups.id, groupId)).for('update');
	return row && isAlive(row.state) ? row : null;
}

/** The first who says yes founds the group, the others join it. */
async function enter(ctx: Ctx, mix: Mix, personId: string): Promise<Joined> {
	const known = await groupOfMix(ctx, mix);
	if (known) {
		const { memberId, isNew } = await addMember(ctx, known, personId);
		if (isNew) {
			await note(ctx, known, { kind: 'joined', personId });
			const text = `${ctx.actor?.name || 'Jemand'} hat zur Einladung der Kommune ja gesagt.`;
			await tellMembers(ctx, known, { title: `${known.name}: jemand ist dazugekommen`, text, tab: '/menschen' });
		}
		return { groupId: known.id, memberId, isNew };
	}
	const space = await findSpaceRow(ctx, mix.propertyId);
	if (!space) throw refused('house-gone', 'Dieses Haus steht nicht mehr zur Verfügung. Ihr könnt trotzdem eine eigene Gruppe gründen.');
	const house = { propertyId: space.id, houseTitle: space.title, houseGone: null, ags: space.ags };
	const { id, memberId } = await insertGroup(ctx, { name: `Gruppe für ${space.title}`.slice(0, 80), house, personId });
	await ctx.db.update(groupMixes).set({ groupId: id }).where(eq(groupMixes.id, mix.id));
	return { groupId: id, memberId, isNew: true };
}

/** Says yes or no to an office's invitation; with a yes one's request becomes one's need in the group. Returns the group's id after a yes. Throws 401, 404, 409. */
export async function answerCall(ctx: Ctx, { callId, answer }: AnswerCallInput): Promise<string | null> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const own = and(eq(groupCalls.id, callId), eq(groupCalls.personId, actor.id));
		const [call] = isUuid(callId) ? await db.select().from(groupCalls).where(own) : [];
		if (!call) throw notFound('Diese Einladung gibt es nicht mehr.');
		const [mix] = await db.select().from(groupMixes).where(eq(groupMixes.id, call.mixId)).for('update');
		const { rowCount } = await db
			.update(groupCalls)
			.set({ state: answer, answeredAt: ctx.now })
			.where(and(own, eq(groupCalls.state, 'open')));
		if (!mix || !rowCount) throw refused('answered-already', 'Darauf habt Ihr schon geantwortet.');
		const joined = answer === 'yes' ? await enter(inside, mix, actor.id) : null;
		const [request] = await db.select().from(spaceRequests).where(eq(spaceRequests.id, call.requestId));
		if (joined && request) await needFromRequest(inside, joined, request);
		await tellOffice(inside, mix);
		return joined?.groupId ?? null;
	});
}

/** The office hears how many said yes, and no name. */
async function tellOffice(ctx: Ctx, mix: Mix): Promise<void> {
	if (!mix.byPersonId) return;
	const calls = await ctx.db.select({ state: groupCalls.state }).from(groupCalls).where(eq(groupCalls.mixId, mix.id));
	const yes = calls.filter(({ state }) => state === 'yes').length;
	const data = {
		title: 'Antwort auf Ihre Einladung',
		text: `${yes} von ${calls.length} haben bisher ja gesagt.`,
		href: `/buero/raeume/${mix.propertyId}/mix`
	};
	await tellPerson(ctx, mix.byPersonId, data);
}
