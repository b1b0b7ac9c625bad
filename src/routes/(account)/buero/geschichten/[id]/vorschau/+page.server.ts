import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { storyStepForm } from '#modules/stories/forms.ts';
import { findStory } from '#modules/stories/server/find-story.ts';
import { stepStory } from '#modules/stories/server/step-story.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const { row, page, against } = await findStory(ctx, params.id);
	return { row, story: page, against };
};

export const actions: Actions = {
	default: action(storyStepForm, async ({ step }, { locals, params }) => {
		await stepStory(locals.ctx, { id: params.id ?? '', step });
		return redirect(303, `/buero/geschichten/${params.id}/vorschau`);
	})
};
