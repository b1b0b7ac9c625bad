import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { RequestInput } from '#modules/requests/forms.ts';
import { createRequest } from '#modules/requests/server/create-request.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import { legalForms } from '../legal-form.ts';
import { sumOfNeeds } from '../need.ts';
import { checkAlive, groupForSpeaker, membersOf, type GroupRow } from './internal/group-for.ts';
import { needsOf } from './internal/needs-of.ts';
import { note, tellMembers } from './internal/tell.ts';
import { groups } from './tables.ts';

/** How far around its place a group looks, until somebody says otherwise; km. */
const nearby = 10;

async function inputOf(ctx: Ctx, row: GroupRow): Promise<Partial<RequestInput> & { title: string }> {
	const sum = sumOfNeeds(await needsOf(ctx, row.id));
	if (!sum.needs) throw refused('no-needs', 'Tragt zuerst ein, was Ihr braucht: Daraus wird das Gesuch.');
	const size = (await membersOf(ctx, row.id)).length;
	return {
		...{ title: row.name, requestKind: 'find_space', uses: sum.uses, summary: row.idea.slice(0, 600) || undefined },
		...(row.ags && { place: row.ags, radiusKm: nearby }),
		...(sum.areaMinM2 > 0 && { areaMinM2: sum.areaMinM2, areaMaxM2: sum.areaMaxM2 }),
		...(sum.unpriced < sum.needs && { maxMonthly: sum.maxMonthly }),
		peopleNow: size
	};
}

/**
 * Makes a request of the group's needs, as a draft of whoever speaks for it, with a profile in the group's name, so that houses are matched for the
 * group. While it is there a second time leads to the first. Returns the request's id. Throws 401, 403, 404, 409.
 */
export async function draftGroupRequest(ctx: Ctx, { id }: { id: string }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await groupForSpeaker(inside, id, { lock: true });
		checkAlive(row);
		if (row.requestId && (await db.$count(spaceRequests, eq(spaceRequests.id, row.requestId)))) return row.requestId;
		const input = await inputOf(inside, row);
		const form = row.state === 'established' && row.legalForm ? legalForms[row.legalForm] : null;
		const actorKind = form?.actor ?? 'group_in_formation';
		const profile = { name: row.name, actorKind, legalForm: form?.name, size: input.peopleNow, offers: [], contactEmail: ctx.actor?.email };
		const { id: requestId } = await createRequest(inside, { input, profile });
		await db.update(groups).set({ requestId, updatedAt: ctx.now }).where(eq(groups.id, id));
		await note(inside, row, { kind: 'request_drafted' });
		await tellMembers(inside, row, {
			title: `${row.name}: ein Gesuch`,
			text: 'Aus Eurem Bedarf ist der Entwurf eines Gesuchs geworden.',
			tab: '/bedarf'
		});
		return requestId;
	});
}
