import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { optionalText } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { publishProfile, withdrawProfile } from '#modules/profiles/server/publish-profile.ts';
import { showStory } from '#modules/profiles/server/show-story.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, parent }) => {
	const { desk } = await parent();
	return { story: await showStory(ctx, desk.owner, desk.preview) };
};

/** What changes what everybody sees is never done by an empty form. */
const meant = z.literal('ja', { error: 'Bitte den Knopf auf dieser Seite benutzen.' });

export const actions: Actions = {
	publish: action(z.object({ slug: z.string(), note: optionalText(300), meant }), async ({ slug, note }, { locals }) => {
		await publishProfile(locals.ctx, { slug, note });
		return redirect(303, `/buero/profil/${slug}?getan=ja`);
	}),
	withdraw: action(z.object({ slug: z.string(), reason: optionalText(400), meant }), async ({ slug, reason }, { locals }) => {
		await withdrawProfile(locals.ctx, { slug, reason });
		return redirect(303, `/buero/profil/${slug}?getan=zurueck`);
	})
};
