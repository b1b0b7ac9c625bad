import { expect, test } from '#testing/world.ts';
import { angermuende, cast } from '#testing/cast.ts';
import { contactForm, type ContactInput } from '../forms.ts';
import { findMunicipality } from './find-municipality.ts';
import { foundOrganisation } from './found-organisation.ts';
import { listContacts } from './list-contacts.ts';
import { removeContact } from './remove-contact.ts';
import { saveContact } from './save-contact.ts';
import { saveGoals } from './save-goals.ts';

const contact: ContactInput = {
	of: angermuende,
	unit: 'Bauamt',
	role: 'vacancy_officer',
	email: 'bauamt@angermuende.example',
	publicVisibility: 'public',
	responseTargetDays: 10
};

test('a public contact is seen by everybody, one for the network by municipalities only, one for a case by its own people', async ({
	as
}) => {
	await saveContact(as('ines'), contact);
	await saveContact(as('ines'), { ...contact, unit: 'Kämmerei', publicVisibility: 'network' });
	await saveContact(as('ines'), { ...contact, unit: 'Bürgermeisterin', publicVisibility: 'actors_with_case' });
	const units = async (who: 'amira' | 'friedrich' | 'ines' | null) => (await listContacts(as(who), angermuende)).map((c) => c.unit);
	expect(await units(null)).toEqual(['Bauamt']);
	expect(await units('amira')).toEqual(['Bauamt']);
	expect(await units('friedrich')).toEqual(['Bauamt', 'Kämmerei']);
	expect(await units('ines')).toEqual(['Bauamt', 'Kämmerei', 'Bürgermeisterin']);
	expect(await listContacts(as('amira'), angermuende, { withCase: true })).toHaveLength(3);
});

test('a contact is changed and removed by its own people only', async ({ as }) => {
	const id = await saveContact(as('ines'), contact);
	await saveContact(as('ines'), { ...contact, contactId: id, unit: 'Stadtplanung' });
	expect(await listContacts(as(null), angermuende)).toMatchObject([{ id, unit: 'Stadtplanung' }]);
	await expect(saveContact(as('friedrich'), { ...contact, contactId: id })).rejects.toMatchObject({ status: 403 });
	await expect(saveContact(as('friedrich'), { ...contact, of: '12062224', contactId: id })).rejects.toMatchObject({ status: 404 });
	await removeContact(as('ines'), { of: angermuende, contactId: id });
	expect(await listContacts(as('ines'), angermuende)).toEqual([]);
});

test('goals of the municipality stand on its page', async ({ as }) => {
	await saveGoals(as('ines'), { ags: angermuende, goals: ['culture', 'culture', 'local_supply'] });
	expect((await findMunicipality(as(null), 'angermuende')).goals).toEqual(['culture', 'local_supply']);
});

test('goals for a key that no municipality has are refused with a sentence', async ({ as }) => {
	await expect(saveGoals(as('renate'), { ags: '99999999', goals: ['culture'] })).rejects.toMatchObject({
		status: 409,
		message: expect.stringContaining('gibt es im Register nicht')
	});
});

test('a contact that nobody can reach is refused with a sentence', () => {
	const { success, error } = contactForm.safeParse({ ...contact, email: '', phone: '' });
	expect(success).toBe(false);
	expect(error?.issues[0]).toMatchObject({ path: ['email'], message: expect.stringContaining('sonst erreicht Sie niemand') });
});

test('an initiative has contact points of its own, with topics, a deputy and days away; nobody else changes them', async ({ as }) => {
	const id = await foundOrganisation(as('amira'), { name: 'Werkhof', kind: 'initiative', ort: angermuende });
	const founder = as({ ...cast.amira, seats: [{ organisationId: id, rights: 'manage', ags: null }] });
	const own = { ...contact, of: id };
	const deputyId = await saveContact(founder, { ...own, unit: 'Küche', topics: ['culture', 'culture'] });
	const contactId = await saveContact(founder, { ...own, unit: 'Büro', deputyId, absentFrom: '2027-01-01', absenceNote: 'im Urlaub' });
	expect(await listContacts(as('jonas'), id)).toMatchObject([
		{ unit: 'Küche', topics: ['culture'] },
		{ unit: 'Büro', deputyId, absentFrom: null, absenceNote: null }
	]);
	expect((await listContacts(founder, id))[1]).toMatchObject({ absentFrom: '2027-01-01' });
	await expect(saveContact(as('hanna'), { ...own, unit: 'Fremd' })).rejects.toMatchObject({ status: 403 });
	await expect(saveContact(founder, { ...own, contactId, deputyId: contactId })).rejects.toMatchObject({ status: 422, field: 'deputyId' });
	const elsewhere = await saveContact(as('ines'), contact);
	await expect(saveContact(founder, { ...own, contactId, deputyId: elsewhere })).rejects.toMatchObject({ status: 422 });
	await expect(removeContact(founder, { of: id, contactId: elsewhere })).rejects.toMatchObject({ status: 404 });
	await removeContact(founder, { of: id, contactId: deputyId });
	expect(await listContacts(founder, id)).toMatchObject([{ unit: 'Büro', deputyId: null }]);
});

test('an absence has a beginning, and does not end before it', () => {
	const wrong = (more: object) => contactForm.safeParse({ ...contact, ...more }).error?.issues[0]?.path[0];
	expect(wrong({ absentUntil: '2026-12-01' })).toBe('absentFrom');
	expect(wrong({ absentFrom: '2026-12-02', absentUntil: '2026-12-01' })).toBe('absentUntil');
	expect(wrong({ absentFrom: '01.12.2026' })).toBeUndefined();
});
