import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { profileForm } from '#modules/requests/forms.ts';
import { findOwnProfile, saveProfile } from '#modules/requests/server/save-profile.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
	profile: await findOwnProfile(ctx),
	saved: url.searchParams.has('gespeichert')
});

export const actions: Actions = {
	default: action(profileForm, async (input, { locals }) => {
		await saveProfile(locals.ctx, input);
		redirect(303, '/konto/profil?gespeichert=1');
	})
};
