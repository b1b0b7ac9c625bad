import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { cancelForm, extendForm, publishForm } from '#modules/procedures/forms-open.ts';
import { cancelProcedure } from '#modules/procedures/server/cancel-procedure.ts';
import { extendForAll } from '#modules/procedures/server/extend-for-all.ts';
import { findPublication } from '#modules/procedures/server/find-publication.ts';
import { publishProcedure } from '#modules/procedures/server/publish-procedure.ts';
import { repeatProcedure } from '#modules/procedures/server/repeat-procedure.ts';
import type { Actions, PageServerLoad } from './$types';

const said: Record<string, string> = {
	veroeffentlicht: 'Das Verfahren ist veröffentlicht.',
	verlaengert: 'Alle haben mehr Zeit, und alle, die folgen, erfahren es.',
	aufgehoben: 'Das Verfahren ist aufgehoben, und alle, die folgen, erfahren es.'
};

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	found: await findPublication(ctx, params.id),
	said: said[url.searchParams.get('getan') ?? ''] ?? null
});

const back = (id: string | undefined, done: string) => redirect(303, `/buero/verfahren/${id}/veroeffentlichen?getan=${done}`);

export const actions: Actions = {
	publish: action(publishForm, async (_, { locals, params }) => {
		await publishProcedure(locals.ctx, { id: params.id ?? '' });
		return back(params.id, 'veroeffentlicht');
	}),
	extend: action(extendForm, async (input, { locals, params }) => {
		await extendForAll(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id, 'verlaengert');
	}),
	cancel: action(cancelForm, async ({ reason }, { locals, params }) => {
		await cancelProcedure(locals.ctx, { id: params.id ?? '', reason });
		return back(params.id, 'aufgehoben');
	}),
	repeat: action(z.object({}), async (_, { locals, params }) => {
		const id = await repeatProcedure(locals.ctx, params.id ?? '');
		redirect(303, `/buero/verfahren/${id}?neu`);
	})
};
