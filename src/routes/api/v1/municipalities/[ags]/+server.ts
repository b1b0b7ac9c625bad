import { answer, api } from '#lib/server/api.ts';
import { notFound } from '#lib/refusal.ts';
import { apiMunicipality } from '#modules/organisations/api-municipality.ts';
import { findMunicipality } from '#modules/organisations/server/find-municipality.ts';

export const GET = api(async (event) => {
	const { ags = '' } = event.params as { ags?: string };
	if (!/^\d{8}$/.test(ags)) throw notFound('Der Gemeindeschlüssel hat acht Ziffern.');
	return answer(event, apiMunicipality(await findMunicipality(event.locals.ctx, ags)));
});
