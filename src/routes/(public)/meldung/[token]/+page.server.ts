import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { wordsForm } from '#modules/reports/forms.ts';
import { addToReport } from '#modules/reports/server/add-to-report.ts';
import { findOwnReport } from '#modules/reports/server/find-own-report.ts';
import { forgetReporterMail, withdrawReport } from '#modules/reports/server/withdraw-report.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

/** The token of the address, or the signed link of a mail. */
const keyOf = (params: { token?: string }, url: URL) => {
	const link = url.searchParams.get('schluessel');
	return link === null ? { token: params.token ?? '' } : { link };
};
const back = (url: URL, done: string) => {
	const link = url.searchParams.get('schluessel');
	redirect(303, `${url.pathname}?${new URLSearchParams({ ...(link !== null && { schluessel: link }), fertig: done })}`);
};

/** Looking changes nothing: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
	const link = url.searchParams.get('schluessel');
	return {
		report: await findOwnReport(ctx, keyOf(params, url)),
		isNew: url.searchParams.has('neu'),
		done: url.searchParams.get('fertig'),
		key: link === null ? '' : `schluessel=${encodeURIComponent(link)}`,
		path: url.pathname,
		address: link === null ? `${url.origin}${url.pathname}` : null
	};
};

export const actions: Actions = {
	add: action(wordsForm, async ({ reason }, { locals, params, url }) => {
		await addToReport(locals.ctx, { key: keyOf(params, url), reason });
		back(url, 'ergaenzt');
	}),
	withdraw: action(wordsForm, async (_, { locals: { ctx, house }, params, url }) => {
		await withdrawReport(ctx, { key: keyOf(params, url), store: house.store });
		back(url, 'zurueckgezogen');
	}),
	forget: action(wordsForm, async (_, { locals, params, url }) => {
		await forgetReporterMail(locals.ctx, keyOf(params, url));
		back(url, 'vergessen');
	})
};
