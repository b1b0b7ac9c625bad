import { redirect } from '@sveltejs/kit';
import { newId } from '#lib/server/id.ts';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { firstWordsForm } from '#modules/conversations/forms.ts';
import { keepFiles } from '#modules/conversations/server/keep-files.ts';
import { partnerOf } from './partner.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const { name, title, href, isFirst } = await partnerOf(ctx, url);
	return { name, title, href, isFirst, query: url.search, once: newId() };
};

export const actions: Actions = {
	default: action(firstWordsForm, async (words, { locals: { ctx, house }, url }, data) => {
		const { write } = await partnerOf(ctx, url);
		const files = await keepFiles(ctx, { store: house.store, uploads: await readUploads(data, 'files') });
		const { conversationId } = await write({ ...words, files });
		redirect(303, `/konto/gespraeche/${conversationId}?neu=gesagt`);
	})
};
