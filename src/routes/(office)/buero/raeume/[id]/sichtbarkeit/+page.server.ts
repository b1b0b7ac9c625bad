import { findProperty } from '#modules/properties/server/find-property.ts';
import type { PageServerLoad } from './$types';

export const load = (async ({ locals: { ctx }, params }) => ({ house: await findProperty(ctx, params.id) })) satisfies PageServerLoad;
