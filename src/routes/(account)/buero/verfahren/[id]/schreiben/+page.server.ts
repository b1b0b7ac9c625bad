import { listLetters } from '#modules/procedures/server/find-letter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ letters: await listLetters(ctx, params.id) });
