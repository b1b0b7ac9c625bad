import { z } from 'zod';
import { redirect } from '@sveltejs/kit';
import { optionalText, word } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { findContactRoute } from '#modules/cases/server/find-contact-route.ts';
import { findOutline } from '#modules/organisations/server/find-outline.ts';
import { announcementForm, consentForm } from '#modules/properties/forms.ts';
import { announcePublication } from '#modules/properties/server/announce-publication.ts';
import { recordObjection, withdrawSpace } from '#modules/properties/server/change-publication.ts';
import { decideObjection } from '#modules/properties/server/decide-objection.ts';
import { findPreview } from '#modules/properties/server/find-workbench.ts';
import { publishSpace } from '#modules/properties/server/publish-space.ts';
import { recordConsent, withdrawConsent } from '#modules/properties/server/record-consent.ts';
import { precisions } from '#modules/properties/vocabulary.ts';
import type { Actions, PageServerLoad } from './$types';

const precision = word(precisions, 'district');

export const load = (async ({ locals: { ctx }, params, url }) => {
	const asked = url.searchParams.get('genau');
	const chosen = asked && asked in precisions ? precision.parse(asked) : undefined;
	const preview = await findPreview(ctx, params.id, chosen);
	const { ags } = preview.property;
	const { route } = await findContactRoute({ ...ctx, actor: null }, { key: ags, topic: 'spaces' });
	const outline = await findOutline(ctx, { ags, lat: preview.space?.lat, lon: preview.space?.lon });
	return { ...preview, route, outline, asked: chosen, done: url.searchParams.get('fertig'), now: ctx.now, name: ctx.actor?.name ?? '' };
}) satisfies PageServerLoad;

const withReason = z.object({ id: z.string(), reason: optionalText(500) });
/** The precision that somebody looks at stays chosen. */
const back = (url: URL, done: string) => {
	const asked = url.searchParams.get('genau');
	return redirect(303, `${url.pathname}?fertig=${done}${asked && asked in precisions ? `&genau=${asked}` : ''}`);
};

export const actions: Actions = {
	publish: action(z.object({ id: z.string(), precision }), async (input, { locals, url }) => {
		await publishSpace(locals.ctx, input);
		back(url, 'veroeffentlicht');
	}),
	withdraw: action(withReason, async (input, { locals, url }) => {
		await withdrawSpace(locals.ctx, input);
		back(url, 'zurueckgezogen');
	}),
	announce: action(announcementForm.and(z.object({ id: z.string() })), async (input, { locals, url }) => {
		await announcePublication(locals.ctx, input);
		back(url, 'angekuendigt');
	}),
	object: action(withReason, async (input, { locals, url }) => {
		await recordObjection(locals.ctx, input);
		back(url, 'gesperrt');
	}),
	decide: action(withReason, async (input, { locals, url }) => {
		await decideObjection(locals.ctx, input);
		back(url, 'entschieden');
	}),
	consent: action(consentForm.and(z.object({ id: z.string() })), async (input, { locals, url }) => {
		await recordConsent(locals.ctx, input);
		back(url, 'eingewilligt');
	}),
	withdrawConsent: action(z.object({ id: z.string(), consentId: z.uuid() }), async (input, { locals, url }) => {
		await withdrawConsent(locals.ctx, input);
		back(url, 'zurueckgenommen');
	})
};
