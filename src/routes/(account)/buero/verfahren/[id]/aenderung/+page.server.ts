import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { amendConditionForm, amendLeafForm, amendPublishForm, amendWeightsForm } from '#modules/procedures/forms-open.ts';
import { timelineForm } from '#modules/procedures/forms.ts';
import { beginAmendment } from '#modules/procedures/server/begin-amendment.ts';
import { changeAmendment, dropAmendment, type AmendmentPart } from '#modules/procedures/server/change-amendment.ts';
import { findAmendment } from '#modules/procedures/server/find-amendment.ts';
import { publishAmendment } from '#modules/procedures/server/publish-amendment.ts';
import type { Actions, PageServerLoad } from './$types';

const said: Record<string, string> = {
	begonnen: 'Die Änderung ist begonnen. Öffentlich ist davon nichts.',
	gespeichert: 'Gespeichert. Öffentlich ist davon noch nichts.',
	verworfen: 'Verworfen. Der Aufruf bleibt, wie er ist.',
	veroeffentlicht: 'Die neue Fassung gilt. Alle, die folgen, erfahren es.'
};

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	...(await findAmendment(ctx, params.id)),
	said: said[url.searchParams.get('getan') ?? ''] ?? null
});

const back = (id: string | undefined, done: string) => redirect(303, `/buero/verfahren/${id}/aenderung?getan=${done}`);
const change = async (locals: App.Locals, id: string | undefined, { version, part }: { version: number; part: AmendmentPart }) => {
	await changeAmendment(locals.ctx, { id: id ?? '', version, part });
	return back(id, 'gespeichert');
};

export const actions: Actions = {
	begin: action(z.object({}), async (_, { locals, params }) => {
		await beginAmendment(locals.ctx, params.id ?? '');
		return back(params.id, 'begonnen');
	}),
	days: action(timelineForm, ({ version, timeline }, { locals, params }) => change(locals, params.id, { version, part: { timeline } })),
	weights: action(amendWeightsForm, ({ version, weights }, { locals, params }) =>
		change(locals, params.id, { version, part: { weights } })
	),
	leaf: action(amendLeafForm, ({ version, ...part }, { locals, params }) => change(locals, params.id, { version, part })),
	condition: action(amendConditionForm, ({ version, ...part }, { locals, params }) => change(locals, params.id, { version, part })),
	drop: action(z.object({}), async (_, { locals, params }) => {
		await dropAmendment(locals.ctx, params.id ?? '');
		return back(params.id, 'verworfen');
	}),
	publish: action(amendPublishForm, async ({ reason }, { locals, params }) => {
		await publishAmendment(locals.ctx, { id: params.id ?? '', reason });
		return back(params.id, 'veroeffentlicht');
	})
};
