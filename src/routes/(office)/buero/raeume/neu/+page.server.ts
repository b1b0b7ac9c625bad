import { redirect } from '@sveltejs/kit';
import { findRecordDraft } from '#modules/properties/server/record-draft.ts';
import type { PageServerLoad } from './$types';

/** Goes on where somebody stopped. */
export const load = (async ({ locals: { ctx }, url }) => {
	const { typed, files } = await findRecordDraft(ctx);
	const base = url.pathname.replace(/\/$/, '');
	if (typed.propertyType) redirect(303, `${base}/pruefen`);
	redirect(303, typed.lat !== undefined ? `${base}/art` : `${base}/${files.length ? 'ort' : 'bild'}`);
}) satisfies PageServerLoad;
