import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { reasonForm } from '#modules/judging/forms.ts';
import { listDeliberation } from '#modules/judging/server/find-deliberation.ts';
import { lockScores, reopenScores } from '#modules/judging/server/lock-scores.ts';
import { toFactorPage } from '#modules/judging/to-factor-page.ts';
import type { Actions, PageServerLoad } from './$types';

const said: Record<string, string> = {
	offen: 'Die Jury sieht jetzt alle Punkte nebeneinander.',
	fest: 'Die Punkte sind festgeschrieben.',
	wieder: 'Die Punkte sind wieder offen. Der Grund steht in der Akte.'
};

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const session = await toFactorPage(
		() => listDeliberation(ctx, params.id),
		(to) => redirect(303, to),
		url
	);
	return { session, said: said[url.searchParams.get('getan') ?? ''] ?? null };
};

const back = (id: string | undefined, done: string) => redirect(303, `/buero/verfahren/${id}/jurysitzung?getan=${done}`);

export const actions: Actions = {
	lock: action(z.object({}), async (_, { locals, params }) => {
		await lockScores(locals.ctx, { id: params.id ?? '' });
		return back(params.id, 'fest');
	}),
	reopen: action(reasonForm, async ({ reason }, { locals, params }) => {
		await reopenScores(locals.ctx, { id: params.id ?? '', reason });
		return back(params.id, 'wieder');
	})
};
