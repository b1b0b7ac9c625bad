import { listOwnPlaces } from '#modules/places/server/list-own-places.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ places: await listOwnPlaces(ctx) });
