import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { knockForm } from '#modules/groups/forms.ts';
import { findPublicGroup } from '#modules/groups/server/find-public-group.ts';
import { knock, withdrawKnock } from '#modules/groups/server/knock.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	...(await findPublicGroup(ctx, params.slug)),
	isSignedIn: ctx.actor !== null,
	isKnocked: url.searchParams.has('angeklopft')
});

export const actions: Actions = {
	knock: action(knockForm, async ({ text }, { locals, params }) => {
		await knock(locals.ctx, { slug: params.slug ?? '', text });
		redirect(303, `/gruppen/${params.slug}?angeklopft`);
	}),
	withdraw: action(z.object({}), async (_input, { locals, params }) => {
		await withdrawKnock(locals.ctx, { slug: params.slug ?? '' });
		redirect(303, `/gruppen/${params.slug}`);
	})
};
