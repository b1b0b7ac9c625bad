import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { blockForm, ownerForm } from '#modules/owners/forms.ts';
import { blockOwner } from '#modules/owners/server/block-owner.ts';
import { eraseOwner } from '#modules/owners/server/erase-owner.ts';
import { findOwner } from '#modules/owners/server/find-owner.ts';
import { noteNotice } from '#modules/owners/server/note-notice.ts';
import { saveOwner } from '#modules/owners/server/save-owner.ts';
import { unblockOwner } from '#modules/owners/server/unblock-owner.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = (async ({ locals: { ctx }, params, url }) => ({
	...(await findOwner(ctx, params.id)),
	done: url.searchParams.get('fertig')
})) satisfies PageServerLoad;

const which = z.object({ id: z.string() });
const back = (url: URL, done: string): never => redirect(303, `${url.pathname}?fertig=${done}`);

export const actions: Actions = {
	save: action(ownerForm.and(which.extend({ version: z.coerce.number().int() })), async ({ id, version, ...input }, { locals, url }) => {
		await saveOwner(locals.ctx, { id, version, input });
		back(url, 'gespeichert');
	}),
	block: action(blockForm.and(which), async (input, { locals, url }) => {
		await blockOwner(locals.ctx, input);
		back(url, 'gesperrt');
	}),
	unblock: action(blockForm.and(which), async (input, { locals, url }) => {
		await unblockOwner(locals.ctx, input);
		back(url, 'entsperrt');
	}),
	notice: action(which, async ({ id }, { locals, url }) => {
		await noteNotice(locals.ctx, id);
		back(url, 'hinweis');
	}),
	erase: action(which, async ({ id }, { locals }) => {
		await eraseOwner(locals.ctx, id);
		redirect(303, '/buero/eigentuemer');
	})
};
