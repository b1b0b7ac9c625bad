import { Refusal } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { operatorOf } from '#lib/server/operator.ts';
import { messageForm } from '#modules/cases/forms.ts';
import { findAsked } from '#modules/cases/server/find-asked.ts';
import { sendMessage } from '#modules/cases/server/send-message.ts';
import type { Actions, PageServerLoad } from './$types';

/** `ort` or `an`: whom to ask, `thema`: what for, `raum`: the house that it is about. */
export const load: PageServerLoad = async ({ locals: { ctx, house }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const asked = Object.fromEntries(['an', 'ort', 'thema', 'raum'].map((name) => [name, url.searchParams.get(name) ?? '']));
	const found = await findAsked(ctx, asked).catch((error) => {
		if (error instanceof Refusal) return { problem: error.message };
		throw error;
	});
	return {
		asked,
		found: found && 'route' in found ? found : null,
		problem: found && 'problem' in found ? found.problem : null,
		me: ctx.actor && { name: ctx.actor.name, email: ctx.actor.email },
		operator: operatorOf(house.env)
	};
};

export const actions: Actions = {
	default: action(messageForm, async (input, { locals, getClientAddress }) => ({
		sent: await sendMessage(locals.ctx, { input, address: getClientAddress() })
	}))
};
