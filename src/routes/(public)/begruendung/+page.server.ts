import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { wordsForm } from '#modules/notices/forms.ts';
import { complain } from '#modules/notices/server/complain.ts';
import { findStatement } from '#modules/notices/server/find-statement.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const keyOf = (url: URL) => url.searchParams.get('schluessel') ?? '';

/** Looking changes nothing: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
	const query = `?${new URLSearchParams({ schluessel: keyOf(url) })}`;
	return { statement: await findStatement(ctx, keyOf(url)), query, isSent: url.searchParams.has('neu') };
};

export const actions: Actions = {
	default: action(wordsForm, async ({ words }, { locals, url }) => {
		await complain(locals.ctx, { link: keyOf(url), words });
		redirect(303, `/begruendung?${new URLSearchParams({ schluessel: keyOf(url), neu: '1' })}`);
	})
};
