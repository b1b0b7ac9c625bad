import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { optionalText } from '#lib/forms.ts';
import { notFound } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { applicationForm } from '#modules/places/forms-award.ts';
import { beginApplication } from '#modules/places/server/begin-application.ts';
import { findApplication } from '#modules/places/server/find-application.ts';
import { findOwnPlace } from '#modules/places/server/find-own-place.ts';
import { saveApplication } from '#modules/places/server/save-application.ts';
import { stepApplication } from '#modules/places/server/step-application.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	desk: await findOwnPlace(ctx, params.id),
	open: await findApplication(ctx, params.id),
	said: url.searchParams.get('neu')
});

const back = (id: string, said = '') => redirect(303, `/konto/orte/${id}/bewerbung${said ? `?neu=${said}` : ''}`);
const place = z.object({ id: z.string() });

async function openId(ctx: App.Locals['ctx'], placeId: string): Promise<string> {
	const { application } = await findApplication(ctx, placeId);
	if (!application) throw notFound('Es gibt gerade keine offene Bewerbung.');
	return application.id;
}

export const actions: Actions = {
	begin: action(place, async ({ id }, { locals }) => {
		await beginApplication(locals.ctx, { placeId: id });
		return back(id);
	}),
	save: action(place.extend(applicationForm.shape), async ({ id, ...input }, { locals }) => {
		await saveApplication(locals.ctx, { id: await openId(locals.ctx, id), ...input });
		return back(id, 'gespeichert');
	}),
	submit: action(place, async ({ id }, { locals }) => {
		await stepApplication(locals.ctx, { id: await openId(locals.ctx, id), step: 'submit' });
		return back(id, 'eingereicht');
	}),
	withdraw: action(place.extend({ reason: optionalText(600) }), async ({ id, reason }, { locals }) => {
		await stepApplication(locals.ctx, { id: await openId(locals.ctx, id), step: 'withdraw', reason });
		return back(id, 'zurueckgezogen');
	})
};
