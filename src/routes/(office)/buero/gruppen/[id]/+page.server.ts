import { findShownGroup } from '#modules/groups/server/find-shown-group.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ group: await findShownGroup(ctx, params.id) });
