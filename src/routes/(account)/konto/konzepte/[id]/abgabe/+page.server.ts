import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action, actionOn } from '#lib/server/action.ts';
import { readKey } from '#lib/server/read-key.ts';
import { keyForm, sureForm } from '#modules/concepts/forms.ts';
import { findConcept, findConceptHead, findReceipt } from '#modules/concepts/server/find-concept.ts';
import { dropChange, openCopy, restartDraft, restoreDraft } from '#modules/concepts/server/restore-draft.ts';
import { sendConcept } from '#modules/concepts/server/send-concept.ts';
import { discardConcept, withdrawConcept } from '#modules/concepts/server/withdraw-concept.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { state } = await findConceptHead(ctx, params.id);
	const receipt = state === 'submitted' || state === 'opened' ? (await findReceipt(ctx, params.id)).receipt : null;
	const { missing, draft } = await findConcept(ctx, params.id);
	return { receipt, missing, title: draft.title };
};

const nothing = z.object({});
const write = (id: string | undefined) => redirect(303, `/konto/konzepte/${id}?gespeichert`);

export const actions: Actions = {
	send: action(nothing, async (_, { locals, params }) => ({
		sent: await sendConcept(locals.ctx, { id: params.id ?? '', store: locals.house.store })
	})),
	restore: action(keyForm, async ({ secretKey }, { locals, params }, data) => {
		await restoreDraft(locals.ctx, { id: params.id ?? '', secretKey: await readKey(data, secretKey) });
		write(params.id);
	}),
	copy: action(keyForm, async ({ secretKey }, { locals, params }, data) => ({
		copy: await openCopy(locals.ctx, { id: params.id ?? '', secretKey: await readKey(data, secretKey) })
	})),
	restart: action(nothing, async (_, { locals, params }) => {
		await restartDraft(locals.ctx, { id: params.id ?? '' });
		write(params.id);
	}),
	drop: actionOn(nothing, (ctx, { id }) => dropChange(ctx, { id })),
	withdraw: actionOn(sureForm, (ctx, { id }) => withdrawConcept(ctx, { id })),
	discard: action(sureForm, async (_, { locals, params }) => {
		await discardConcept(locals.ctx, { id: params.id ?? '' });
		redirect(303, '/konto/konzepte?gesagt=weg');
	})
};
