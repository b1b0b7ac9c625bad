import { z } from 'zod';
import { redirect } from '@sveltejs/kit';
import { many } from '#lib/forms.ts';
import { oldAfterDays } from '#lib/text/age.ts';
import { action } from '#lib/server/action.ts';
import { officeQuery } from '#modules/properties/office-filter.ts';
import { confirmProperties } from '#modules/properties/server/confirm-properties.ts';
import { listProperties } from '#modules/properties/server/list-properties.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const query = officeQuery.parse(Object.fromEntries(url.searchParams));
	const since = new Date(ctx.now.getTime() - oldAfterDays * 86_400_000);
	const list = await listProperties(ctx, {
		q: query.q,
		lifecycle: query.stand,
		publication: query.sichtbar,
		unconfirmedSince: query.alt ? since : undefined,
		order: query.alt ? 'oldest' : query.folge,
		page: query.seite,
		pageSize
	});
	const confirmed = Number(url.searchParams.get('bestaetigt')) || 0;
	return { query, ...list, pages: Math.ceil(list.total / pageSize), confirmed, now: ctx.now };
};

export const actions: Actions = {
	confirm: action(z.object({ id: many(z.uuid()) }), async ({ id }, { locals, url }) => {
		const count = await confirmProperties(locals.ctx, id);
		const back = new URLSearchParams(url.searchParams);
		back.delete('/confirm');
		back.set('bestaetigt', String(count));
		redirect(303, `/buero/raeume?${back}`);
	})
};
