import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { listLonelyConcepts } from '#modules/concepts/server/list-lonely.ts';
import { eraseForm } from '#modules/people/forms.ts';
import { isFresh } from '#modules/people/second-factor.ts';
import { countOwnData } from '#modules/people/server/count-own-data.ts';
import { eraseOwnAccount } from '#modules/people/server/erase-own-account.ts';
import { forget } from '../../../../session.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	counts: await countOwnData(ctx),
	lonely: await listLonelyConcepts(ctx),
	fresh: isFresh(ctx)
});

export const actions: Actions = {
	erase: action(eraseForm, async (_, { locals, cookies }) => {
		await eraseOwnAccount(locals.ctx);
		forget(cookies, locals.house.env.baseUrl);
		redirect(303, '/anmelden?geloescht=ja');
	})
};
