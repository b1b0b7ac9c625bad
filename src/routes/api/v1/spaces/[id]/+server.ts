import { z } from 'zod';
import { absolute, answer, api, readJson } from '#lib/server/api.ts';
import { Refusal, unauthenticated } from '#lib/refusal.ts';
import { propertyForm } from '#modules/properties/forms.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { ownSpace } from '#modules/properties/server/read-api-space.ts';
import { updateProperty } from '#modules/properties/server/update-property.ts';
import { typedOf } from '#modules/properties/typed.ts';
import { apiSpaceOf } from '#modules/properties/api-space.ts';
import { findSpace } from '#modules/properties/server/find-space.ts';
import type { RequestEvent } from './$types';

export const GET = api(async (event: RequestEvent) => {
	const space = await findSpace(event.locals.ctx, event.params.id);
	return answer(event, apiSpaceOf(space, absolute(event, `/raeume/${space.slug}`)));
});

/** Changes the fields that are sent, others stay; null empties one. `If-Match` (or `version`) names the version that was read. */
export const PATCH = api(async (event: RequestEvent) => {
	const { ctx } = event.locals;
	if (!ctx.actor) throw unauthenticated('Zum Ändern braucht es einen Schlüssel (Bearer) der Kommune.');
	const { version: asked, ...patch } = await readJson(event, z.record(z.string(), z.unknown()));
	const before = await findProperty(ctx, event.params.id);
	const version = Number(event.request.headers.get('if-match')?.replace(/\D/g, '') || asked);
	if (!Number.isInteger(version) || version < 1)
		throw new Refusal(422, 'version-missing', {
			message: `Bitte „If-Match“ mit der gelesenen Fassung mitschicken, zum Beispiel "${before.version}".`,
			field: 'version'
		});
	const emptied = Object.fromEntries(Object.entries(patch).map(([name, value]) => [name, value ?? '']));
	const property = await updateProperty(ctx, { id: before.id, version, input: propertyForm.parse({ ...typedOf(before), ...emptied }) });
	return answer(event, ownSpace(property), { headers: { etag: `"${property.version}"` } });
});
