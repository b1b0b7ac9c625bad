import { listOwnApplications } from '#modules/admission/server/list-own-applications.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({ applications: await listOwnApplications(ctx) });
