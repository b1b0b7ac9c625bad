import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { nameForm } from '#modules/people/forms.ts';
import { localPath } from '#modules/people/session.ts';
import { renamePerson } from '#modules/people/server/rename-person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
	name: locals.ctx.actor?.name ?? '',
	returnTo: localPath(url.searchParams.get('zurueck'))
});

export const actions: Actions = {
	default: action(nameForm, async ({ name }, { locals, url }) => {
		await renamePerson(locals.ctx, name);
		redirect(303, localPath(url.searchParams.get('zurueck')));
	})
};
