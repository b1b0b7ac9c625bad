import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { moveForm, removeForm, weightsForm } from '#modules/procedures/forms.ts';
import { findCriteria } from '#modules/procedures/server/find-procedure.ts';
import { movePart } from '#modules/procedures/server/move-part.ts';
import { removePart } from '#modules/procedures/server/remove-part.ts';
import { balanceWeights, setWeights } from '#modules/procedures/server/set-weights.ts';
import type { Actions, PageServerLoad } from './$types';

const said: Record<string, string> = {
	gespeichert: 'Gespeichert.',
	gewichte: 'Die Gewichte sind gespeichert.',
	verschoben: 'Die Reihenfolge ist geändert.',
	entfernt: 'Entfernt.',
	uebernommen: 'Die Kriterien sind übernommen. Jetzt passen Sie sie an das Haus an.'
};

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	...(await findCriteria(ctx, params.id)),
	said: said[url.searchParams.get('getan') ?? ''] ?? null
});

const back = (id: string | undefined, done: string) => redirect(303, `/buero/verfahren/${id}/kriterien?getan=${done}`);

export const actions: Actions = {
	weights: action(weightsForm, async ({ weights }, { locals, params }) => {
		await setWeights(locals.ctx, { id: params.id ?? '', weights });
		return back(params.id, 'gewichte');
	}),
	balance: action(z.object({}), async (_, { locals, params }) => {
		await balanceWeights(locals.ctx, params.id ?? '');
		return back(params.id, 'gewichte');
	}),
	move: action(moveForm, async ({ part, partId, up }, { locals, params }) => {
		await movePart(locals.ctx, { id: params.id ?? '', part, partId, up });
		return back(params.id, 'verschoben');
	}),
	remove: action(removeForm, async ({ part, partId }, { locals, params }) => {
		await removePart(locals.ctx, { id: params.id ?? '', part, partId });
		return back(params.id, 'entfernt');
	})
};
