import { listInterest } from '#modules/matching/server/list-interest.ts';
import { listProperties } from '#modules/properties/server/list-properties.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	...(await listProperties(ctx, { owned: true })),
	interest: await listInterest(ctx, { owned: true }),
	now: ctx.now
});
