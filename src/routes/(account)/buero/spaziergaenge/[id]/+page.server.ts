import { redirect, type Action } from '@sveltejs/kit';
import type { z } from 'zod';
import { action } from '#lib/server/action.ts';
import type { Ctx } from '#modules/people/actor.ts';
import * as forms from '#modules/tours/forms.ts';
import { addStop } from '#modules/tours/server/add-stop.ts';
import { findTour } from '#modules/tours/server/find-tour.ts';
import { moveStop, sortStops } from '#modules/tours/server/move-stop.ts';
import { saveGuides } from '#modules/tours/server/save-guides.ts';
import { saveStop, stepConsent } from '#modules/tours/server/save-stop.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const words = url.searchParams.get('haus')?.slice(0, 100) ?? '';
	return { ...(await findTour(ctx, params.id, { words })), words, now: ctx.now };
};

/** Runs a command on this tour and comes back to where it was. */
const on = <Schema extends z.ZodType>(
	schema: Schema,
	run: (ctx: Ctx, viewingId: string, input: z.output<Schema>) => Promise<string | void>
): Action =>
	action(schema, async (input, { locals, params }) => {
		const anchor = await run(locals.ctx, params.id ?? '', input);
		return redirect(303, `/buero/spaziergaenge/${params.id}${anchor ? `#halt-${anchor}` : ''}`);
	});

export const actions = {
	guides: on(forms.guidesForm, (ctx, viewingId, { guides }) => saveGuides(ctx, { viewingId, guides })),
	house: on(forms.houseStopForm, (ctx, viewingId, input) => addStop(ctx, { viewingId, input })),
	place: on(forms.freeStopForm, (ctx, viewingId, input) => addStop(ctx, { viewingId, input })),
	words: on(forms.stopWordsForm, async (ctx, viewingId, input) => {
		await saveStop(ctx, { viewingId, input });
		return input.stopId;
	}),
	consent: on(forms.consentForm, async (ctx, viewingId, input) => {
		await stepConsent(ctx, { viewingId, input });
		return input.stopId;
	}),
	move: on(forms.moveStopForm, async (ctx, viewingId, input) => {
		await moveStop(ctx, { viewingId, ...input });
		return input.move === 'remove' ? undefined : input.stopId;
	}),
	sort: on(forms.sortForm, (ctx, viewingId, { order }) => sortStops(ctx, { viewingId, order }))
} satisfies Actions;
