import { listOpenPairs } from '#modules/matching/server/list-pairs.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ pairs: await listOpenPairs(ctx, {}) });
