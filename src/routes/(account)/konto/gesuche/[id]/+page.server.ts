import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { isQuestion, questionForm, questionIds, questions, requestForm, type FieldName, fields } from '#modules/requests/forms.ts';
import { findOwnRequest } from '#modules/requests/server/find-request.ts';
import { stepRequest } from '#modules/requests/server/step-request.ts';
import { updateRequest } from '#modules/requests/server/update-request.ts';
import { typedRequest } from '#modules/requests/typed-request.ts';
import { listOpenPairs } from '#modules/matching/server/list-pairs.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const { personId: _, ...request } = await findOwnRequest(ctx, params.id);
	const asked = url.searchParams.get('frage');
	return {
		...{ request, typed: typedRequest(request), question: isQuestion(asked) ? asked : null, whole: url.searchParams.has('alles') },
		...{ saved: url.searchParams.has('gespeichert'), found: await listOpenPairs(ctx, { requestId: request.id }) }
	};
};

const stepForm = z.object({
	id: z.string(),
	step: z.enum(['publish', 'pause', 'resume', 'renew', 'fulfil', 'withdraw']),
	fulfilledBy: z.string().optional()
});

export const actions: Actions = {
	answer: async (event: RequestEvent) => {
		const question = event.url.searchParams.get('frage');
		if (!isQuestion(question)) return fail(422, { values: {}, issues: {}, message: 'Diese Frage gibt es nicht.' });
		const id = event.params.id ?? '';
		const next = questionIds[questionIds.indexOf(question) + 1];
		return action(questionForm(question), async (input) => {
			await updateRequest(event.locals.ctx, { id, input, only: questions[question].fields });
			redirect(303, next ? `/konto/gesuche/${id}?frage=${next}` : `/konto/gesuche/${id}`);
		})(event);
	},
	save: action(
		requestForm.and(z.object({ id: z.string(), version: z.coerce.number().int() })),
		async ({ id, version, ...input }, { locals }) => {
			await updateRequest(locals.ctx, { id, input, version, only: Object.keys(fields) as FieldName[] });
			redirect(303, `/konto/gesuche/${id}?gespeichert=1`);
		}
	),
	step: action(stepForm, async ({ id, step, fulfilledBy }, { locals }) => {
		await stepRequest(locals.ctx, { id, step, fulfilledBy: fulfilledBy || undefined });
		redirect(303, step === 'publish' ? `/konto/gesuche/${id}/passung?neu=1` : `/konto/gesuche/${id}?gespeichert=1`);
	})
};
