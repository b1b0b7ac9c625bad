import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { answerForm, asideForm, releaseForm } from '#modules/procedures/forms-open.ts';
import { draftAnswer } from '#modules/procedures/server/draft-answer.ts';
import { listQuestions } from '#modules/procedures/server/list-questions.ts';
import { publishAnswers } from '#modules/procedures/server/publish-answers.ts';
import { setAsideQuestion } from '#modules/procedures/server/set-aside-question.ts';
import type { Actions, PageServerLoad } from './$types';

const said: Record<string, string> = {
	entwurf: 'Gespeichert. Öffentlich wird es, wenn alle Antworten hinausgehen.',
	beiseite: 'Wer gefragt hat, liest den Grund.',
	beantwortet: 'Die Antworten sind für alle zu lesen und gehören jetzt zum Aufruf.'
};

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	...(await listQuestions(ctx, params.id)),
	said: said[url.searchParams.get('getan') ?? ''] ?? null
});

const back = (id: string | undefined, done: string) => redirect(303, `/buero/verfahren/${id}/fragen?getan=${done}`);

export const actions: Actions = {
	draft: action(answerForm, async ({ questionId, wording, answer }, { locals, params }) => {
		await draftAnswer(locals.ctx, { id: params.id ?? '', input: { questionId, wording, answer } });
		return back(params.id, 'entwurf');
	}),
	aside: action(asideForm, async ({ questionId, reason }, { locals, params }) => {
		await setAsideQuestion(locals.ctx, { id: params.id ?? '', questionId, reason });
		return back(params.id, 'beiseite');
	}),
	release: action(releaseForm, async ({ evenSo }, { locals, params }) => {
		await publishAnswers(locals.ctx, { id: params.id ?? '', evenSo });
		return back(params.id, 'beantwortet');
	})
};
