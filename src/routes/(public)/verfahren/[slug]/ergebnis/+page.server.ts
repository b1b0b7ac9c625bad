import { findPublicResult } from '#modules/awards/server/find-public-result.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ result: await findPublicResult(ctx, params.slug) });
