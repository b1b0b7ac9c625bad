import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { reportable } from '#modules/places/figures.ts';
import { figuresForm } from '#modules/places/forms-exchange.ts';
import { findFigures } from '#modules/places/server/find-figures.ts';
import { findOwnPlace } from '#modules/places/server/find-own-place.ts';
import { saveFigures } from '#modules/places/server/save-figures.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const { place, may } = await findOwnPlace(ctx, params.id);
	const years = reportable(ctx.now);
	const asked = Number(url.searchParams.get('jahr'));
	const year = years.includes(asked) ? asked : (years[1] ?? 0);
	return { place, mayEdit: may.edit, years, year, desk: await findFigures(ctx, params.id), saved: url.searchParams.has('gespeichert') };
};

export const actions: Actions = {
	default: action(figuresForm.extend({ id: z.string() }), async ({ id, year, source, ...rest }, { locals }) => {
		const values = Object.fromEntries(
			Object.entries(rest).flatMap(([name, value]) => (name.startsWith('value_') ? [[name.slice(6), String(value)]] : []))
		);
		await saveFigures(locals.ctx, { id, year, source, values });
		return redirect(303, `/konto/orte/${id}/zahlen?jahr=${year}&gespeichert`);
	})
};
