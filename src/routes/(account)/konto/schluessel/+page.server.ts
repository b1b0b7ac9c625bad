import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { scopes } from '#modules/people/actor.ts';
import { idForm, keyForm } from '#modules/people/forms.ts';
import { createApiKey } from '#modules/people/server/create-api-key.ts';
import { listApiKeys } from '#modules/people/server/list-api-keys.ts';
import { revokeApiKey } from '#modules/people/server/revoke-api-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	keys: await listApiKeys(locals.ctx),
	scopes,
	now: locals.ctx.now,
	baseUrl: locals.house.env.baseUrl
});

export const actions: Actions = {
	create: action(keyForm, async (wish, { locals, setHeaders }) => {
		setHeaders({ 'cache-control': 'no-store' });
		return { key: await createApiKey(locals.ctx, wish) };
	}),
	revoke: action(idForm, async ({ id }, { locals }) => {
		await revokeApiKey(locals.ctx, id);
		redirect(303, '/konto/schluessel');
	})
};
