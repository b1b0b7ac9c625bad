import { redirect } from '@sveltejs/kit';
import { forbidden, notFound } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { contactForm, contactIdForm } from '#modules/organisations/forms.ts';
import { mayLookInside } from '#modules/organisations/policy.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import { findContacts } from '#modules/organisations/server/list-contacts.ts';
import { removeContact } from '#modules/organisations/server/remove-contact.ts';
import { saveContact } from '#modules/organisations/server/save-contact.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const { id, name, slug } = await findOrganisation(ctx, params.id);
	if (id !== params.id || !mayLookInside(ctx.actor, id)) throw notFound();
	const { contacts, mayEdit } = await findContacts(ctx, id);
	if (!mayEdit) throw forbidden();
	const edit = contacts.find((contact) => contact.id === url.searchParams.get('kontakt')) ?? null;
	return { organisation: { id, name, slug }, contacts, edit, said: url.searchParams.get('neu') };
};

const back = (id: string | undefined, said: string): never => redirect(303, `/konto/organisation/${id}/kontakte?neu=${said}`);

export const actions: Actions = {
	save: action(contactForm, async (input, { locals, params }) => {
		await saveContact(locals.ctx, { ...input, of: params.id ?? '' });
		back(params.id, 'gespeichert');
	}),
	remove: action(contactIdForm, async ({ contactId }, { locals, params }) => {
		await removeContact(locals.ctx, { of: params.id ?? '', contactId });
		back(params.id, 'entfernt');
	})
};
