import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { nameForm, nothingForm } from '#modules/people/forms.ts';
import { listAsks } from '#modules/people/server/list-asks.ts';
import { listNotices } from '#modules/people/server/list-notices.ts';
import { findAddressTrouble, reviveAddress } from '#modules/people/server/revive-address.ts';
import { renamePerson } from '#modules/people/server/rename-person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { actor } = locals.ctx;
	return {
		me: { name: actor?.name ?? '', email: actor?.email ?? '' },
		notices: await listNotices(locals.ctx, { limit: 30 }),
		waiting: (await listAsks(locals.ctx)).open.map(({ minutes }) => ({ minutes })),
		trouble: await findAddressTrouble(locals.ctx),
		saved: url.searchParams.has('gespeichert'),
		now: locals.ctx.now
	};
};

export const actions: Actions = {
	name: action(nameForm, async ({ name }, { locals }) => {
		await renamePerson(locals.ctx, name);
		redirect(303, '/konto?gespeichert=ja');
	}),
	revive: action(nothingForm, async (_input, { locals }) => {
		await reviveAddress(locals.ctx);
		redirect(303, '/konto');
	})
};
