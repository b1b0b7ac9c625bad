import { listOwnCases } from '#modules/cases/server/find-own-case.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ cases: await listOwnCases(ctx), now: ctx.now });
