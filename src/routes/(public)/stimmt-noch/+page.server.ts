import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { Refusal } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { answerForm } from '#modules/freshness/forms.ts';
import { answerStillTrue } from '#modules/freshness/server/answer-still-true.ts';
import { stopAsking } from '#modules/freshness/server/stop-asking.ts';
import { findStillTrue } from '#modules/freshness/server/find-still-true.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const linkOf = (url: URL) => url.searchParams.get('schluessel') ?? '';

/** Looking at the link changes nothing: mail scanners look at every link. One that is too old says so and where to go. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = linkOf(url);
	const asks = await findStillTrue(ctx, link).catch((error: unknown) => {
		if (error instanceof Refusal && error.code === 'link-expired') return null;
		throw error;
	});
	return { link, asks, done: url.searchParams.get('danke'), isSignedIn: ctx.actor !== null, now: ctx.now };
};

export const actions: Actions = {
	answer: action(answerForm, async ({ ask, answer, words }, { locals: { ctx }, url }) => {
		await answerStillTrue(ctx, { link: linkOf(url), askId: ask, answer, words });
		redirect(303, `/stimmt-noch?schluessel=${encodeURIComponent(linkOf(url))}&danke=${ask}#e-${ask}`);
	}),
	stop: action(z.object({}), async (_input, { locals: { ctx }, url }) => {
		await stopAsking(ctx, linkOf(url));
		redirect(303, `/stimmt-noch?schluessel=${encodeURIComponent(linkOf(url))}&danke=ruhe`);
	})
};
