import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { findApplication } from '#modules/admission/server/find-application.ts';
import { submitApplication } from '#modules/admission/server/submit-application.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ application: await findApplication(ctx, params.id) });

export const actions: Actions = {
	default: action(z.object({ id: z.string() }), async ({ id }, { locals: { ctx } }) => {
		await submitApplication(ctx, id);
		return redirect(303, `/konto/aufnahme/${id}?neu=abgesandt`);
	})
};
