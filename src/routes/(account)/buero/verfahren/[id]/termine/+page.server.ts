import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { viewingCancelForm, viewingForm } from '#modules/procedures/forms-open.ts';
import { cancelViewing } from '#modules/procedures/server/cancel-viewing.ts';
import { findTimeline } from '#modules/procedures/server/find-procedure.ts';
import { listViewings } from '#modules/procedures/server/list-viewings.ts';
import { saveViewing } from '#modules/procedures/server/save-viewing.ts';
import { milestonesOf } from '#modules/procedures/timeline.ts';
import type { Actions, PageServerLoad } from './$types';

const said: Record<string, string> = {
	gespeichert: 'Der Termin steht.',
	abgesagt: 'Der Termin ist abgesagt. Alle Angemeldeten bekommen sofort Bescheid.'
};

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const viewings = await listViewings(ctx, params.id);
	const { kind, timeline } = await findTimeline(ctx, params.id);
	const planned = milestonesOf(kind).includes('viewing') ? (timeline.viewing ?? null) : null;
	return { viewings, planned, said: said[url.searchParams.get('getan') ?? ''] ?? null };
};

const back = (id: string | undefined, done: string) => redirect(303, `/buero/verfahren/${id}/termine?getan=${done}`);

export const actions: Actions = {
	save: action(viewingForm, async (input, { locals, params }) => {
		await saveViewing(locals.ctx, { id: params.id ?? '', input });
		return back(params.id, 'gespeichert');
	}),
	cancel: action(viewingCancelForm, async ({ viewingId, reason }, { locals, params }) => {
		await cancelViewing(locals.ctx, { id: params.id ?? '', viewingId, reason });
		return back(params.id, 'abgesagt');
	})
};
