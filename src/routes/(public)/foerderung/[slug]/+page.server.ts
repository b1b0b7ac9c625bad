import { Handed } from '#lib/handed.ts';
import { findProgramme } from '#modules/advice/server/find-programme.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) => ({ view: new Handed(await findProgramme(locals.ctx, params.slug)) });
