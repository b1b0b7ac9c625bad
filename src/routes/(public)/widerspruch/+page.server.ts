import { Refusal } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { objectionForm } from '#modules/properties/forms.ts';
import { findObjection, type ObjectionKey } from '#modules/properties/server/find-objection.ts';
import { objectByLink } from '#modules/properties/server/object-by-link.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

function keyOf(url: URL, address: string): ObjectionKey | null {
	const link = url.searchParams.get('schluessel');
	const code = url.searchParams.get('code');
	if (link !== null) return { link };
	return code === null ? null : { code, address };
}

/** Looking changes nothing: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders, getClientAddress }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const key = keyOf(url, getClientAddress());
	if (!key) return { found: null, problem: null, code: '', query: '' };
	try {
		const { announcement: _, property: __, ...found } = await findObjection(ctx, key);
		return { found, problem: null, code: '', query: url.search };
	} catch (error) {
		if (!(error instanceof Refusal) || error.status !== 422) throw error;
		return { found: null, problem: error.message, code: url.searchParams.get('code') ?? '', query: '' };
	}
};

export const actions: Actions = {
	default: action(objectionForm, async (input, { locals, url, getClientAddress }) => {
		const key = keyOf(url, getClientAddress()) ?? { code: '', address: getClientAddress() };
		await objectByLink(locals.ctx, { key, input });
		return { objected: true };
	})
};
