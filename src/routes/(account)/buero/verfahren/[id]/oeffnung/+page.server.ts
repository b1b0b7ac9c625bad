import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { readKey } from '#lib/server/read-key.ts';
import { Refusal } from '#lib/refusal.ts';
import { handForm, keyForm } from '#modules/concepts/forms.ts';
import { findOpening } from '#modules/concepts/server/find-opening.ts';
import { handKey } from '#modules/concepts/server/hand-key.ts';
import { makeOpenerKey, tryOpenerKey } from '#modules/concepts/server/make-opener-key.ts';
import type { Actions, PageServerLoad } from './$types';

const said: Record<string, string> = {
	probe: 'Der Schlüssel passt. Bewahren Sie ihn bis zur Öffnung gut auf.',
	da: 'Ihr Schlüssel ist da. Jetzt fehlt noch der einer zweiten Person.',
	offen: 'Geöffnet.'
};

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { opening: await findOpening(ctx, params.id), said: said[url.searchParams.get('getan') ?? ''] ?? null };
};

const back = (id: string | undefined, done: string) => redirect(303, `/buero/verfahren/${id}/oeffnung?getan=${done}`);

export const actions: Actions = {
	make: action(z.object({}), async (_, { locals, params }) => ({ made: await makeOpenerKey(locals.ctx, { id: params.id ?? '' }) })),
	try: action(keyForm, async ({ secretKey }, { locals, params }, data) => {
		await tryOpenerKey(locals.ctx, { id: params.id ?? '', secretKey: await readKey(data, secretKey) });
		back(params.id, 'probe');
	}),
	hand: action(handForm, async ({ secretKey, kind }, { locals, params }, data) => {
		const key = await readKey(data, secretKey);
		try {
			const { isOpen } = await handKey(locals.ctx, { id: params.id ?? '', kind, secretKey: key });
			return back(params.id, isOpen ? 'offen' : 'da');
		} catch (error) {
			if (!(error instanceof Refusal) || !error.field) throw error;
			return fail(error.status, { kind, values: {}, issues: { [error.field]: [error.message] } });
		}
	})
};
