import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { listInterest } from '#modules/matching/server/list-interest.ts';
import { findHandover } from '#modules/organisations/server/find-handover.ts';
import { takeOverSeat } from '#modules/organisations/server/take-over-seat.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { findOfficeHome } from '#modules/properties/server/find-office-home.ts';
import { findLeftDraft, takeOverDraft } from '#modules/properties/server/take-over-draft.ts';
import type { Actions, PageServerLoad } from './$types';

/** The same person, looking at this one town only. */
const inTown = (ctx: Ctx, ags: string): Ctx => ({ ...ctx, actor: ctx.actor && { ...ctx.actor, grants: [{ role: 'editor', ags }] } });

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const left = await findHandover(ctx, params.id);
	const town = inTown(ctx, left.ags);
	const [interest, home, draft] = [await listInterest(town), await findOfficeHome(town), await findLeftDraft(town, left)];
	const { reported, imports } = home;
	const { personId: _, ...shown } = left;
	return { left: shown, interest, reported, imports, draft, now: ctx.now };
};

export const actions: Actions = {
	default: action(z.object({ id: z.uuid() }), async ({ id }, { locals: { ctx } }) => {
		await ctx.db.transaction(async (db) => {
			const left = await takeOverSeat({ ...ctx, db }, id);
			await takeOverDraft({ ...ctx, db }, left);
		});
		redirect(303, '/buero');
	})
};
