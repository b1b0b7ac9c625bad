import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { abstainForm, decideWithdrawalForm, substituteForm } from '#modules/judging/forms.ts';
import { abstainReview } from '#modules/judging/server/abstain-review.ts';
import { listScoring } from '#modules/judging/server/find-scoring.ts';
import { remindJury } from '#modules/judging/server/remind-jury.ts';
import { revealScores } from '#modules/judging/server/reveal-scores.ts';
import { substituteJuror } from '#modules/judging/server/substitute-juror.ts';
import { decideWithdrawal } from '#modules/judging/server/withdraw-juror.ts';
import { toFactorPage } from '#modules/judging/to-factor-page.ts';
import type { Actions, PageServerLoad } from './$types';

const said: Record<string, string> = {
	zugelassen: 'Die Vorprüfung ist abgeschlossen. Die Jury kann werten.',
	erinnert: 'Alle, bei denen noch etwas offen ist, sind erinnert.',
	festgehalten: 'Festgehalten.',
	abgegeben: 'Abgegeben. Das war das letzte Konzept, das auf Sie wartete.'
};

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const scoring = await toFactorPage(
		() => listScoring(ctx, params.id),
		(to) => redirect(303, to),
		url
	);
	return { scoring, said: said[url.searchParams.get('getan') ?? ''] ?? null };
};

const back = (id: string | undefined, done: string) => redirect(303, `/buero/verfahren/${id}/bewertung?getan=${done}`);

export const actions: Actions = {
	remind: action(z.object({}), async (_, { locals, params }) => {
		await remindJury(locals.ctx, { id: params.id ?? '' });
		return back(params.id, 'erinnert');
	}),
	abstain: action(abstainForm, async (input, { locals, params }) => {
		await abstainReview(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id, 'festgehalten');
	}),
	substitute: action(substituteForm, async (input, { locals, params }) => {
		await substituteJuror(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id, 'festgehalten');
	}),
	decide: action(decideWithdrawalForm, async (input, { locals, params }) => {
		await decideWithdrawal(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id, 'festgehalten');
	}),
	reveal: action(z.object({}), async (_, { locals, params }) => {
		await revealScores(locals.ctx, { id: params.id ?? '' });
		return redirect(303, `/buero/verfahren/${params.id}/jurysitzung?getan=offen`);
	})
};
