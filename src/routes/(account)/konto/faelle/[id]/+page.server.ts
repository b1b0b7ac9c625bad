import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { isWritable } from '#modules/cases/case.ts';
import { introductionAnswerForm, noteForm, recommendationStepForm, viewingAnswerForm } from '#modules/cases/forms-case.ts';
import { answerIntroduction } from '#modules/cases/server/answer-introduction.ts';
import { answerViewing } from '#modules/cases/server/answer-viewing.ts';
import { addDocumentsAsParty } from '#modules/cases/server/change-documents.ts';
import { findOwnCase } from '#modules/cases/server/find-own-case.ts';
import { stepRecommendation } from '#modules/cases/server/step-recommendation.ts';
import { writeAsParty } from '#modules/cases/server/write-note.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const own = await findOwnCase(ctx, params.id);
	return { own, isWritable: isWritable(own.case.state), now: ctx.now, isSaved: url.searchParams.has('gespeichert') };
};

const back = (id: string | undefined) => redirect(303, `/konto/faelle/${id}?gespeichert`);

export const actions: Actions = {
	write: action(noteForm, async ({ text }, { locals, params }) => {
		await writeAsParty(locals.ctx, { id: params.id ?? '', text });
		return back(params.id);
	}),
	recommendation: action(recommendationStepForm, async (input, { locals, params }) => {
		await stepRecommendation(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id);
	}),
	viewing: action(viewingAnswerForm, async (input, { locals, params }) => {
		await answerViewing(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id);
	}),
	introduction: action(introductionAnswerForm, async (input, { locals, params }) => {
		await answerIntroduction(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id);
	}),
	document: action(z.object({}), async (_input, { locals, params }, data) => {
		const uploads = await readUploads(data, 'files');
		await addDocumentsAsParty(locals.ctx, { id: params.id ?? '', store: locals.house.store, uploads });
		return back(params.id);
	})
};
