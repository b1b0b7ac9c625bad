import { listOwnConcepts } from '#modules/concepts/server/find-concept.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
	own: await listOwnConcepts(ctx),
	said: url.searchParams.get('gesagt')
});
