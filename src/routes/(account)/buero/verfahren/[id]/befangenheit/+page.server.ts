import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { declareForm, reasonForm, setConflictForm } from '#modules/judging/forms.ts';
import { declareConflicts } from '#modules/judging/server/declare-conflicts.ts';
import { findDeclarations } from '#modules/judging/server/find-declarations.ts';
import { setConflict } from '#modules/judging/server/set-conflict.ts';
import { withdrawJuror } from '#modules/judging/server/withdraw-juror.ts';
import type { Actions, PageServerLoad } from './$types';

const said: Record<string, string> = {
	erklaert: 'Ihre Erklärung ist festgehalten.',
	gesetzt: 'Die Befangenheit ist festgehalten.',
	ausgeschieden: 'Festgehalten: Sie scheiden aus der Jury aus. Danke für Ihre Zeit.'
};

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return {
		declarations: await findDeclarations(ctx, { id: params.id, withNames: url.searchParams.get('namen') === 'ja' }),
		said: said[url.searchParams.get('getan') ?? ''] ?? null
	};
};

const back = (id: string | undefined, done: string) => redirect(303, `/buero/verfahren/${id}/befangenheit?namen=ja&getan=${done}`);

export const actions: Actions = {
	declare: action(declareForm, async (input, { locals, params }) => {
		await declareConflicts(locals.ctx, { id: params.id ?? '', input });
		return back(params.id, 'erklaert');
	}),
	set: action(setConflictForm, async (input, { locals, params }) => {
		await setConflict(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id, 'gesetzt');
	}),
	withdraw: action(reasonForm, async ({ reason }, { locals, params }) => {
		await withdrawJuror(locals.ctx, { id: params.id ?? '', reason });
		return back(params.id, 'ausgeschieden');
	})
};
