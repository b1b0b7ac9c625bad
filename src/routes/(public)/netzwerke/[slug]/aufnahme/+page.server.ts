import { z } from 'zod';
import { Refusal } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { selfCheckForm } from '#modules/admission/forms.ts';
import { explainSelfCheck, isAsked } from '#modules/admission/self-check.ts';
import { findSelfCheck } from '#modules/admission/server/find-self-check.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const place = (url.searchParams.get('ort') ?? '').trim().slice(0, 120);
	try {
		return { wide: true, check: await findSelfCheck(ctx, params.slug, place), place, unknown: null };
	} catch (error) {
		if (!(error instanceof Refusal) || error.code !== 'place-unknown') throw error;
		return { wide: true, check: await findSelfCheck(ctx, params.slug, ''), place, unknown: error.message };
	}
};

export const actions: Actions = {
	/** Looks at the answers and forgets them. */
	default: action(z.record(z.string(), z.unknown()), async (typed, { locals: { ctx }, params, url }) => {
		const check = await findSelfCheck(ctx, params.slug ?? '', (url.searchParams.get('ort') ?? '').slice(0, 120));
		const answers = selfCheckForm(check.conditions.map((one) => one.check).filter(isAsked)).parse(typed);
		return { verdict: explainSelfCheck(check, answers), values: typed as Record<string, string | string[]> };
	})
};
