import { z } from 'zod';
import { absolute, answer, api, readJson } from '#lib/server/api.ts';
import { unauthenticated } from '#lib/refusal.ts';
import { withdrawSpace } from '#modules/properties/server/change-publication.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import { publishSpace } from '#modules/properties/server/publish-space.ts';
import { precisions } from '#modules/properties/vocabulary.ts';
import type { RequestEvent } from './$types';

const body = z.object({
	action: z.enum(['publish', 'withdraw']).default('publish'),
	precision: z.enum(Object.keys(precisions) as [keyof typeof precisions]).default('district'),
	reason: z.string().max(500).optional()
});

/** Publishes with a precision of the place, or withdraws. 409 says everything that stands against it. */
export const POST = api(async (event: RequestEvent) => {
	const { ctx } = event.locals;
	if (!ctx.actor) throw unauthenticated('Zum Veröffentlichen braucht es einen Schlüssel (Bearer) der Kommune.');
	const { id } = event.params;
	const { action, precision, reason } = await readJson(event, body);
	if (action === 'publish') await publishSpace(ctx, { id, precision });
	else await withdrawSpace(ctx, { id, reason });
	const { slug, publicationState } = await findProperty(ctx, id);
	const url = action === 'publish' && slug ? absolute(event, `/raeume/${slug}`) : null;
	return answer(event, { id, slug, publicationState, url });
});
