import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { reportForm } from '#modules/options/forms.ts';
import { findOwnOption } from '#modules/options/server/find-own-option.ts';
import { reportProgress } from '#modules/options/server/report-progress.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const linkOf = (url: URL) => url.searchParams.get('schluessel') ?? '';

/** Looking at the link changes nothing: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
	const link = linkOf(url);
	return { link, option: await findOwnOption(ctx, { link }), isDone: url.searchParams.has('danke') };
};

export const actions: Actions = {
	report: action(reportForm, async (input, { locals: { ctx, house }, url }, data) => {
		const [photo] = await readUploads(data, 'photo');
		await reportProgress(ctx, { key: { link: linkOf(url) }, input, photo, store: house.store });
		redirect(303, `/anhandgabe?schluessel=${encodeURIComponent(linkOf(url))}&danke`);
	})
};
