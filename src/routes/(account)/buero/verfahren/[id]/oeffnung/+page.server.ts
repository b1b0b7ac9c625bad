import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { readKey } from '#lib/server/read-key.ts';
import { Refusal } from '#lib/refusal.ts';
import { handForm, keyForm } from '#modules/concepts/forms.ts';
import { findOpening } from '#modules/concepts/server/find-opening.ts';
import { handKey } from '#modules/concepts/server/hand-key.ts';
import { makeOpenerKey, tryOpenerKey } from '#modules/concepts/server/make-opener-key.ts';
import { passOpenerShare } from '#modules/concepts/server/pass-opener-share.ts';
import type { Actions, PageServerLoad } from './$types';

const said: Record<string, string> = {
	probe: 'Der Schlüssel passt. Bewahren Sie ihn bis zur Öffnung gut auf.',
	wartet: 'Der Schlüssel passt. Öffnen kann er, sobald zwei andere Ihnen einen Teil gegeben haben.',
	halb: 'Ihr Teil ist weitergegeben. Jetzt fehlt noch der einer zweiten Person.',
	ganz: 'Weitergegeben: Damit kann eine Person mehr öffnen.',
	da: 'Ihr Schlüssel ist da. Jetzt fehlt noch der einer zweiten Person.',
	offen: 'Geöffnet.'
};

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { opening: await findOpening(ctx, params.id), said: said[url.searchParams.get('getan') ?? ''] ?? null };
};

const back = (id: string | undefined, done: string) => redirect(303, `/buero/verfahren/${id}/oeffnung?getan=${done}`);

/** A page with several keys: what is wrong stands beside the one that was given, and the key never comes back. */
async function beside<T>(kind: string, run: () => Promise<T>) {
	try {
		return { done: await run() };
	} catch (error) {
		if (!(error instanceof Refusal) || !error.field) throw error;
		return { failed: fail(error.status, { kind, values: {}, issues: { [error.field]: [error.message] } }) };
	}
}

export const actions: Actions = {
	make: action(z.object({}), async (_, { locals, params }) => ({ made: await makeOpenerKey(locals.ctx, { id: params.id ?? '' }) })),
	try: action(keyForm, async ({ secretKey }, { locals, params }, data) => {
		const how = await tryOpenerKey(locals.ctx, { id: params.id ?? '', secretKey: await readKey(data, secretKey) });
		back(params.id, how === 'waits' ? 'wartet' : 'probe');
	}),
	pass: action(keyForm, async ({ secretKey }, { locals, params }, data) => {
		const key = await readKey(data, secretKey);
		const { done, failed } = await beside('pass', () => passOpenerShare(locals.ctx, { id: params.id ?? '', secretKey: key }));
		return failed ?? back(params.id, done.half.length ? 'halb' : 'ganz');
	}),
	hand: action(handForm, async ({ secretKey, kind }, { locals, params }, data) => {
		const key = await readKey(data, secretKey);
		const { done, failed } = await beside(kind, () => handKey(locals.ctx, { id: params.id ?? '', kind, secretKey: key }));
		return failed ?? back(params.id, done.isOpen ? 'offen' : 'da');
	})
};
