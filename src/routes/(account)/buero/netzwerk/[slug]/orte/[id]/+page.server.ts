import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { notFound } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { statementForm } from '#modules/places/forms.ts';
import { findOwnPlace } from '#modules/places/server/find-own-place.ts';
import { saveStatement } from '#modules/places/server/save-statement.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, parent }) => {
	const { desk } = await parent();
	const found = await findOwnPlace(ctx, params.id);
	if (found.place.networkId !== desk.network.id) throw notFound();
	return { found };
};

export const actions: Actions = {
	statement: action(statementForm.extend({ id: z.string() }), async (input, { locals, url }) => {
		await saveStatement(locals.ctx, input);
		return redirect(303, `${url.pathname}?gespeichert`);
	})
};
