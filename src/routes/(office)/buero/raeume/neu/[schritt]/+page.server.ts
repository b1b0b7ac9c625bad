import { z } from 'zod';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { checkbox } from '#lib/forms.ts';
import { action, valuesOf } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { notFound } from '#lib/refusal.ts';
import { isStaff } from '#modules/people/actor.ts';
import { stepAfter, stepAt, stepForm } from '#modules/properties/record-steps.ts';
import { dropRecordDraft, findRecordSummary, finishRecord, saveRecordStep } from '#modules/properties/server/record-draft.ts';
import type { Actions, PageServerLoad } from './$types';

const base = (url: URL) => url.pathname.split('/').slice(0, 3).join('/');
const geocoderOf = ({ locals }: Pick<RequestEvent, 'locals'>) => locals.house.env.GEOCODER_URL;

export const load = (async ({ locals, params }) => {
	if (!stepAt(params.schritt)) throw notFound();
	const summary = await findRecordSummary(locals.ctx, { geocoderUrl: geocoderOf({ locals }) });
	return { ...summary, step: params.schritt, staff: isStaff(locals.ctx.actor) };
}) satisfies PageServerLoad;

export const actions: Actions = {
	next: (event) =>
		action(stepForm(event.params.schritt), async (_input, { locals, params, url }, data) => {
			const step = params.schritt ?? '';
			const typed = valuesOf(data);
			const uploads = await readUploads(data, 'files');
			await saveRecordStep(locals.ctx, { step, typed, uploads, store: locals.house.store, geocoderUrl: geocoderOf({ locals }) });
			redirect(303, `${base(url)}/neu/${stepAfter(step)}`);
		})(event),
	finish: action(z.object({ anyway: checkbox() }), async ({ anyway }, { locals, url }) => {
		const office = url.pathname.startsWith('/buero');
		const { id } = await finishRecord(locals.ctx, { anyway, office, geocoderUrl: geocoderOf({ locals }) });
		redirect(303, `${base(url)}/${id}?gespeichert=neu`);
	}),
	drop: action(z.object({}), async (_input, { locals, url }) => {
		await dropRecordDraft(locals.ctx);
		redirect(303, base(url));
	})
};
