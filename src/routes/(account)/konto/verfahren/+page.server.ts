import { listOwnProcedures } from '#modules/procedures/server/list-own-procedures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ houses: await listOwnProcedures(ctx), now: ctx.now });
