import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { checkForm, excludeForm, hideForm, reasonForm, replaceForm, supplementForm } from '#modules/judging/forms.ts';
import { numberOf } from '#modules/judging/number.ts';
import { excludeCandidate, readmitCandidate } from '#modules/judging/server/exclude-candidate.ts';
import { findPrecheck } from '#modules/judging/server/find-precheck.ts';
import { hideNames, replaceFile } from '#modules/judging/server/hide-names.ts';
import { requestSupplement } from '#modules/judging/server/request-supplement.ts';
import { saveChecks } from '#modules/judging/server/save-checks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const number = numberOf(params.nummer);
	return { number, found: await findPrecheck(ctx, { id: params.id, number }), isSaved: url.searchParams.has('gespeichert') };
};

type Params = Partial<Record<string, string>>;
const which = (params: Params) => ({ id: params.id ?? '', number: numberOf(params.nummer) });
const back = (params: Params) => redirect(303, `/buero/verfahren/${params.id}/vorpruefung/${params.nummer}?gespeichert`);

export const actions: Actions = {
	check: action(checkForm, async (input, { locals, params }) => {
		await saveChecks(locals.ctx, { ...which(params), input });
		return back(params);
	}),
	supplement: action(supplementForm, async (input, { locals, params }) => {
		await requestSupplement(locals.ctx, { ...which(params), input });
		return back(params);
	}),
	exclude: action(excludeForm, async (input, { locals, params }) => {
		await excludeCandidate(locals.ctx, { ...which(params), input });
		return back(params);
	}),
	readmit: action(reasonForm, async ({ reason }, { locals, params }) => {
		await readmitCandidate(locals.ctx, { ...which(params), reason });
		return back(params);
	}),
	hide: action(hideForm, async (input, { locals, params }) => {
		await hideNames(locals.ctx, { ...which(params), input });
		return back(params);
	}),
	replace: action(replaceForm, async ({ fileId }, { locals, params }, data) => {
		const [upload] = await readUploads(data, 'file');
		await replaceFile(locals.ctx, { ...which(params), fileId, upload, store: locals.house.store });
		return back(params);
	})
};
