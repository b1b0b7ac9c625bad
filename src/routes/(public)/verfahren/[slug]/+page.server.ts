import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { askForm, signUpForm } from '#modules/procedures/forms-open.ts';
import { momentOf } from '#modules/procedures/frozen.ts';
import { questionsEnd, whyNotAsk } from '#modules/procedures/question.ts';
import { loadOptionStand } from '#modules/options/server/load-option-stand.ts';
import { decidedStates } from '#modules/procedures/way.ts';
import { askQuestion } from '#modules/procedures/server/ask-question.ts';
import { findPublicProcedure } from '#modules/procedures/server/find-public-procedure.ts';
import { followProcedure, unfollowProcedure } from '#modules/procedures/server/follow-procedure.ts';
import { signUp } from '#modules/procedures/server/sign-up.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const said: Record<string, string> = {
	gefolgt: 'Ihr folgt dem Verfahren und hört von allem, was neu ist.',
	entfolgt: 'Ihr hört nichts mehr von diesem Verfahren.',
	gefragt: 'Die Frage ist da. Die Antwort kommt für alle zugleich.',
	angemeldet: 'Gespeichert. Unten steht, ob Ihr dabei seid.',
	abgemeldet: 'Ihr seid abgemeldet.'
};

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await findPublicProcedure(ctx, params.slug);
	const { questions_until: when } = found.content.procedure.timeline;
	const asking = { state: found.state, deadline: found.deadline, questionsUntil: when ? momentOf(when) : null };
	return {
		found,
		stand: decidedStates.includes(found.state) ? await loadOptionStand(ctx, found.procedureId) : null,
		askUntil: whyNotAsk({ ...asking, now: ctx.now }) ? null : questionsEnd(asking),
		said: said[url.searchParams.get('getan') ?? ''] ?? null
	};
};

const back = (slug: string | undefined, done: string) => redirect(303, `/verfahren/${slug}?getan=${done}`);

export const actions: Actions = {
	follow: action(z.object({}), async (_, { locals, params }) => {
		await followProcedure(locals.ctx, params.slug ?? '');
		return back(params.slug, 'gefolgt');
	}),
	unfollow: action(z.object({}), async (_, { locals, params }) => {
		await unfollowProcedure(locals.ctx, params.slug ?? '');
		return back(params.slug, 'entfolgt');
	}),
	ask: action(askForm, async ({ text }, { locals, params }) => {
		await askQuestion(locals.ctx, { slug: params.slug ?? '', text });
		return back(params.slug, 'gefragt');
	}),
	signUp: action(signUpForm, async (input, { locals, params }) => {
		await signUp(locals.ctx, { slug: params.slug ?? '', ...input });
		return back(params.slug, input.answer === 'yes' ? 'angemeldet' : 'abgemeldet');
	})
};
