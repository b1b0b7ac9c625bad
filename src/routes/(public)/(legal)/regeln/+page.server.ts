import { countFigures } from '#modules/notices/server/count-figures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ figures: await countFigures(ctx) });
