import { redirect } from '@sveltejs/kit';
import { actionOn } from '#lib/server/action.ts';
import { levelsForm, milestoneForm, removeForm } from '#modules/options/forms.ts';
import { isRunning } from '#modules/options/option.ts';
import { findWholeOption } from '#modules/options/server/find-option-desk.ts';
import { removeMilestone } from '#modules/options/server/remove-milestone.ts';
import { saveMilestone } from '#modules/options/server/save-milestone.ts';
import { setLevels } from '#modules/options/server/set-levels.ts';
import type { Actions, PageServerLoad } from './$types';

/** While it runs; afterwards the milestones stay as they are. */
export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const whole = await findWholeOption(ctx, params.id);
	if (!isRunning(whole.option.state)) redirect(303, `/buero/verfahren/${params.id}/anhandgabe`);
	return { whole, isSaved: url.searchParams.has('gespeichert') };
};

export const actions: Actions = {
	save: actionOn(milestoneForm, (ctx, { id, ...input }) => saveMilestone(ctx, { id, input })),
	remove: actionOn(removeForm, (ctx, input) => removeMilestone(ctx, input)),
	levels: actionOn(levelsForm, (ctx, input) => setLevels(ctx, input))
};
