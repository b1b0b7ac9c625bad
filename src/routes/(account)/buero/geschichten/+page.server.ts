import { redirect } from '@sveltejs/kit';
import { forbidden } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { hasCaseDesk } from '#modules/cases/server/list-cases.ts';
import { beginForm } from '#modules/stories/forms.ts';
import { beginStory } from '#modules/stories/server/begin-story.ts';
import { listStories } from '#modules/stories/server/find-story.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	if (!(await hasCaseDesk(ctx))) throw forbidden('Geschichten erzählt, wer für eine Kommune oder in einem Netzwerkbüro Fälle führt.');
	return { stories: await listStories(ctx) };
};

export const actions: Actions = {
	begin: action(beginForm, async (input, { locals }) => redirect(303, `/buero/geschichten/${await beginStory(locals.ctx, input)}`))
};
