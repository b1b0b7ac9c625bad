import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { acceptNomination } from '#modules/judging/server/accept-nomination.ts';
import { nominationForm } from '#modules/procedures/forms-naming.ts';
import { declineNomination } from '#modules/procedures/server/end-nomination.ts';
import { listOwnNominations } from '#modules/procedures/server/list-nominations.ts';
import type { Actions, PageServerLoad } from './$types';

const said: Record<string, string> = {
	ja: 'Zugesagt. Danke.',
	nein: 'Abgesagt. Die Kommune erfährt es, den Grund nicht.'
};

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
	nominations: await listOwnNominations(ctx),
	said: said[url.searchParams.get('getan') ?? ''] ?? null
});

export const actions: Actions = {
	accept: action(nominationForm, async (input, { locals }) => {
		await acceptNomination(locals.ctx, input);
		redirect(303, '/konto/berufungen?getan=ja');
	}),
	decline: action(nominationForm, async (input, { locals }) => {
		await declineNomination(locals.ctx, input);
		redirect(303, '/konto/berufungen?getan=nein');
	})
};
