import { Refusal } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { replyForm } from '#modules/owners/forms.ts';
import { answerLetter } from '#modules/owners/server/answer-letter.ts';
import { findHouseByCode } from '#modules/owners/server/find-house-by-code.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

/** For whoever holds a letter of a municipality: no account, no name, only the code. Looking changes nothing. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders, getClientAddress }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const code = (url.searchParams.get('code') ?? '').slice(0, 60);
	if (!code) return { code, found: null, problem: null };
	const found = await findHouseByCode(ctx, { code, address: getClientAddress() }).catch((error) => {
		if (error instanceof Refusal) return error.message;
		throw error;
	});
	return typeof found === 'string' ? { code, found: null, problem: found } : { code, found, problem: null };
};

export const actions: Actions = {
	default: action(replyForm, async (input, { locals, url, getClientAddress }) => {
		const key = { code: url.searchParams.get('code') ?? '', address: getClientAddress() };
		await answerLetter(locals.ctx, { key, input });
		return { answered: input.plan };
	})
};
