import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { trialForm, trialIdForm } from '#modules/procedures/forms-trial.ts';
import { findRehearsal } from '#modules/procedures/server/find-procedure.ts';
import { inventTrials, removeTrial, saveTrial } from '#modules/procedures/server/save-trial.ts';
import { parseWeight } from '#modules/procedures/weights.ts';
import type { Actions, PageServerLoad } from './$types';

/** `g_LEAF`: a weight that is only tried. */
function triedWeights(query: URLSearchParams): Map<string, number> {
	const typed = [...query].filter(([name]) => name.startsWith('g_')).slice(0, 200);
	return new Map(
		typed.flatMap(([name, text]): [string, number][] => {
			const weight = parseWeight(text.slice(0, 20));
			return weight === null ? [] : [[name.slice(2), weight]];
		})
	);
}

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const tried = triedWeights(url.searchParams);
	return {
		rehearsal: await findRehearsal(ctx, params.id, tried),
		tried: Object.fromEntries(tried),
		isSaved: url.searchParams.has('gespeichert')
	};
};

const back = (id: string | undefined) => redirect(303, `/buero/verfahren/${id}/probe?gespeichert`);

export const actions: Actions = {
	concept: action(trialForm, async (input, { locals, params }) => {
		await saveTrial(locals.ctx, { id: params.id ?? '', input });
		return back(params.id);
	}),
	invent: action(z.object({}), async (_, { locals, params }) => {
		await inventTrials(locals.ctx, params.id ?? '');
		return back(params.id);
	}),
	remove: action(trialIdForm, async ({ trialId }, { locals, params }) => {
		await removeTrial(locals.ctx, { id: params.id ?? '', trialId });
		return back(params.id);
	})
};
