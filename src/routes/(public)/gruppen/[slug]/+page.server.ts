import { redirect, type Action } from '@sveltejs/kit';
import { z } from 'zod';
import { unauthenticated } from '#lib/refusal.ts';
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

/** Guests are sent to sign in before their words are read. */
const signedIn =
	(run: Action): Action =>
	(event) => {
		if (!event.locals.ctx.actor) throw unauthenticated();
		return run(event);
	};

export const actions: Actions = {
	knock: signedIn(
		action(knockForm, async ({ text }, { locals, params }) => {
			await knock(locals.ctx, { slug: params.slug ?? '', text });
			redirect(303, `/gruppen/${params.slug}?angeklopft`);
		})
	),
	withdraw: signedIn(
		action(z.object({}), async (_input, { locals, params }) => {
			await withdrawKnock(locals.ctx, { slug: params.slug ?? '' });
			redirect(303, `/gruppen/${params.slug}`);
		})
	)
};
