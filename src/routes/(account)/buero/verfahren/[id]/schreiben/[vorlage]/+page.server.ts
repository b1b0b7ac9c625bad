import { action, valuesOf } from '#lib/server/action.ts';
import { findSender } from '#modules/owners/server/find-sender.ts';
import { editedMunicipalities } from '#modules/people/actor.ts';
import { letterForm } from '#modules/procedures/forms-letter.ts';
import { findLetterPreview, findLetterStart } from '#modules/procedures/server/find-letter.ts';
import type { Actions, PageServerLoad } from './$types';

/** How the town signs its letters, for its own editors. */
async function senderFor(ctx: App.Locals['ctx'], ags: string): Promise<Record<string, string>> {
	const { sender } = editedMunicipalities(ctx.actor).includes(ags) ? await findSender(ctx, ags) : { sender: null };
	if (!sender) return {};
	const { name, unit, street, postalCode, city, phone, email } = sender;
	return {
		senderName: [name, unit].filter(Boolean).join(', '),
		senderStreet: street,
		senderPlace: `${postalCode} ${city}`.trim(),
		senderContact: phone || email
	};
}

export const load: PageServerLoad = async ({ locals: { ctx, house }, params }) => {
	const start = await findLetterStart(ctx, { id: params.id, key: params.vorlage, baseUrl: house.env.baseUrl });
	return { start, sender: await senderFor(ctx, start.sender.ags) };
};

export const actions: Actions = {
	preview: action(letterForm, async (written, { locals: { ctx, house }, params: { id = '' } }, data) => ({
		values: valuesOf(data),
		issues: {} as Record<string, string[]>,
		...(await findLetterPreview(ctx, { id, baseUrl: house.env.baseUrl, written }))
	}))
};
