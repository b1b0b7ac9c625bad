import { listOwnRequests } from '#modules/requests/server/list-requests.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ requests: await listOwnRequests(ctx), now: ctx.now });
