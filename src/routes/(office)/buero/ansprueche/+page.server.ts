import { listClaims } from '#modules/organisations/server/list-claims.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	open: await listClaims(ctx),
	settled: await listClaims(ctx, { settled: true }),
	now: ctx.now
});
