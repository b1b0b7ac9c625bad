import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { many } from '#lib/forms.ts';
import { forbidden, unauthenticated } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { editedMunicipalities } from '#modules/people/actor.ts';
import { contactForm, contactIdForm } from '#modules/organisations/forms.ts';
import { isKeptByOffice, mayEditMunicipality } from '#modules/organisations/policy.ts';
import { findMunicipality } from '#modules/organisations/server/find-municipality.ts';
import { listContacts } from '#modules/organisations/server/list-contacts.ts';
import { removeContact } from '#modules/organisations/server/remove-contact.ts';
import { saveContact } from '#modules/organisations/server/save-contact.ts';
import { saveGoals } from '#modules/organisations/server/save-goals.ts';
import { commonGoods } from '#modules/properties/vocabulary.ts';
import type { Actions, PageServerLoad } from './$types';

const ags = z.string().regex(/^\d{8}$/, 'Der Gemeindeschlüssel hat acht Ziffern.');
const word = z.enum(Object.keys(commonGoods) as [string, ...string[]], { error: 'Bitte Ziele aus der Liste wählen.' });

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	if (!ctx.actor) throw unauthenticated();
	const asked = url.searchParams.get('ags') ?? editedMunicipalities(ctx.actor)[0];
	if (!asked && isKeptByOffice(ctx.actor)) return { municipality: null, contacts: [], edit: null, commonGoods };
	if (!asked || !mayEditMunicipality(ctx.actor, asked)) throw forbidden();
	const municipality = await findMunicipality(ctx, asked);
	const contacts = await listContacts(ctx, municipality.ags);
	const { name, slug, goals } = municipality;
	const edit = contacts.find((contact) => contact.id === url.searchParams.get('kontakt')) ?? null;
	return { municipality: { ags: municipality.ags, name, slug, goals }, contacts, edit, commonGoods };
};

const back = (of: string, done: string): never => redirect(303, `/buero/kommune?ags=${of}&gespeichert=${done}`);

export const actions: Actions = {
	contact: action(contactForm, async (input, { locals }) => {
		await saveContact(locals.ctx, input);
		return back(input.of, 'kontakt');
	}),
	remove: action(contactIdForm, async (input, { locals }) => {
		await removeContact(locals.ctx, input);
		return back(input.of, 'entfernt');
	}),
	goals: action(z.object({ ags, goals: many(word) }), async (input, { locals }) => {
		await saveGoals(locals.ctx, input);
		return back(input.ags, 'ziele');
	})
};
