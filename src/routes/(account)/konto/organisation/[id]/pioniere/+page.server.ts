import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { notFound } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { findPioneerDesk } from '#modules/organisations/server/list-pioneers.ts';
import { stepPioneer } from '#modules/organisations/server/step-pioneer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	if (!z.uuid().safeParse(params.id).success) throw notFound();
	return { desk: await findPioneerDesk(ctx, params.id), said: url.searchParams.get('neu') };
};

const ags = z.string({ error: 'Bitte eine Kommune wählen.' }).regex(/^k?\d{8}$/, 'Bitte eine Kommune wählen.');
const plain = (key: string) => key.replace(/^k/, '');
const answerForm = z.object({ countyId: z.uuid(), ags, step: z.enum(['confirm', 'decline']) });

export const actions: Actions = {
	name: action(z.object({ id: z.uuid(), ags }), async (input, { locals }) => {
		await stepPioneer(locals.ctx, { countyId: input.id, ags: plain(input.ags), step: 'name' });
		redirect(303, `/konto/organisation/${input.id}/pioniere?neu=genannt`);
	}),
	remove: action(z.object({ id: z.uuid(), ags }), async (input, { locals }) => {
		await stepPioneer(locals.ctx, { countyId: input.id, ags: plain(input.ags), step: 'remove' });
		redirect(303, `/konto/organisation/${input.id}/pioniere?neu=entfernt`);
	}),
	answer: action(answerForm, async (input, { locals, params }) => {
		await stepPioneer(locals.ctx, { ...input, ags: plain(input.ags) });
		redirect(303, `/konto/organisation/${params.id}/pioniere?neu=${input.step === 'confirm' ? 'bestaetigt' : 'abgelehnt'}`);
	})
};
