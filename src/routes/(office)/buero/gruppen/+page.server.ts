import { listShownGroups } from '#modules/groups/server/list-shown-groups.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ groups: await listShownGroups(ctx), now: ctx.now });
