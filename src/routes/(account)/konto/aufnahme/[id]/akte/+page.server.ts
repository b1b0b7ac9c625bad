import { findApplication } from '#modules/admission/server/find-application.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
	application: await findApplication(ctx, params.id),
	now: ctx.now
});
