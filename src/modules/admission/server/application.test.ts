import { fillApplication, plantAdmission, plantApplication } from '#testing/admission.ts';
import { cast } from '#testing/cast.ts';
import { expect, test } from '#testing/world.ts';
import type { Actor } from '#modules/people/actor.ts';
import { savePart } from '#modules/networks/server/save-part.ts';
import { beginApplication } from './begin-application.ts';
import { findApplication } from './find-application.ts';
import { findDossier } from './find-dossier.ts';
import { saveSection } from './save-section.ts';
import { stepApplication } from './step-application.ts';
import { submitApplication } from './submit-application.ts';
import { applications, applicationSections } from './tables.ts';
import { dropOldDrafts } from './wake-applications.ts';
import { withdrawApplication } from './withdraw-application.ts';

test('of two people who begin, the second comes to the draft of the first; of two clicks on send, the second hears that it is there', async ({
	db,
	as
}) => {
	const { slug, organisationId } = await plantAdmission({ db, as });
	const id = await beginApplication(as('ines'), { slug, organisationId });
	expect(await beginApplication(as('ines'), { slug, organisationId })).toBe(id);
	await expect(submitApplication(as('ines'), id)).rejects.toMatchObject({ code: 'incomplete' });
	await fillApplication({ db, as }, id);
	await submitApplication(as('ines'), id);
	await expect(submitApplication(as('ines'), id)).rejects.toMatchObject({ status: 409, code: 'not-from-here' });
	expect(await db.select().from(applications)).toHaveLength(1);
	await expect(saveSection(as('ines'), { id, key: 'zeit', answer: null, version: 1 })).rejects.toMatchObject({ code: 'sent-already' });
});

test('who was slower is told so, loses nothing, and saves knowingly the second time', async ({ db, as }) => {
	const { id } = await plantApplication({ db, as });
	const save = (minutesPerWeek: number, version: number) =>
		saveSection(as('ines'), { id, key: 'zeit', answer: { minutesPerWeek, who: '' }, version });
	await save(60, 0);
	await expect(save(90, 0)).rejects.toMatchObject({ status: 409, code: 'somebody-was-faster' });
	const section = (await findApplication(as('ines'), id)).sections.find(({ key }) => key === 'zeit');
	expect(section).toMatchObject({ version: 1, savedBy: cast.ines.name });
	await saveSection(as('ines'), { id, key: 'kontakt', answer: null, version: 0 });
	await save(90, 1);
	expect((await findApplication(as('ines'), id)).answers.zeit).toMatchObject({ minutesPerWeek: 90 });
});

test('the contact can change while the application is open, but not vanish; an old draft is forgotten', async ({ db, as }) => {
	const { id } = await plantApplication({ db, as }, 'completeness_check');
	const contact = { name: 'Neu Gewählt', function: 'Bürgermeisterin', email: 'neu@angermuende.example', phone: '' };
	const save = (answer: typeof contact, version: number) => saveSection(as('ines'), { id, key: 'kontakt', answer, version });
	await save(contact, 1);
	await expect(save({ ...contact, email: '' }, 2)).rejects.toMatchObject({ field: 'email' });
	expect((await findApplication(as('ines'), id)).answers.kontakt).toMatchObject({ name: 'Neu Gewählt' });
	await withdrawApplication(as('ines'), { id });
	await expect(save(contact, 2)).rejects.toMatchObject({ code: 'sent-already' });
	const later = { ...as(null), now: new Date('2028-01-01T03:00:00Z') };
	expect(await dropOldDrafts(later)).toBe(0);
});

test('an application keeps the questions it began with when the office rewrites them', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as });
	const before = await findApplication(as('ines'), id);
	await savePart(as('oskar'), { slug, kind: 'question', data: { title: 'Und warum?', required: true }, isReleased: false });
	expect((await findApplication(as('ines'), id)).sections).toEqual(before.sections);
	await withdrawApplication(as('ines'), { id });
	const next = await beginApplication(as('ines'), { slug, organisationId: before.organisation.id });
	const fresh = await findApplication(as('ines'), next);
	expect([before.formVersion, fresh.formVersion]).toEqual([1, 2]);
	expect(fresh.sections.map(({ question }) => question?.title)).toContain('Und warum?');
});

test('a question of the office opens the application again; the answer goes back with one click', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as }, 'completeness_check');
	const ask = (reason?: string) => stepApplication(as('oskar'), { slug, id, transition: 'return', reason });
	await expect(ask()).rejects.toMatchObject({ field: 'reason' });
	await ask('Welches Haus meinen Sie?');
	const { changes, dueOn } = await findApplication(as('ines'), id);
	expect([changes.at(-1)?.reason, dueOn]).toEqual(['Welches Haus meinen Sie?', '2026-12-20']);
	await saveSection(as('ines'), { id, key: 'frage-1', answer: { text: 'Den Gasthof.', houses: [] }, version: 1 });
	await submitApplication(as('ines'), id);
	expect((await findDossier(as('oskar'), { slug, id })).answers['frage-1']).toMatchObject({ text: 'Den Gasthof.' });
});

test('only houses of the own register are linked; the network reads their titles and nothing else', async ({ db, as }) => {
	const { id } = await plantApplication({ db, as });
	const stranger = '00000000-0000-7000-8000-00000000abcd';
	await saveSection(as('ines'), { id, key: 'frage-1', answer: { text: 'Häuser', houses: [stranger] }, version: 0 });
	expect((await findApplication(as('ines'), id)).answers['frage-1']).toEqual({ text: 'Häuser', houses: [] });
});

test('a seat that ends in the middle closes the application for its person at that moment, and not for the successor', async ({
	db,
	as
}) => {
	const { id } = await plantApplication({ db, as });
	const former: Actor = { ...cast.ines, grants: [], seats: [] };
	await expect(saveSection(as(former), { id, key: 'zeit', answer: null, version: 0 })).rejects.toMatchObject({ status: 404 });
	await expect(findApplication(as(former), id)).rejects.toMatchObject({ status: 404 });
	const reader: Actor = {
		...cast.amira,
		seats: [{ organisationId: cast.ines.seats?.[0]?.organisationId ?? '', rights: 'read', ags: null }]
	};
	expect((await findApplication(as(reader), id)).mayWrite).toBe(false);
	await expect(submitApplication(as(reader), id)).rejects.toMatchObject({ status: 403 });
});

test('scripts and endless names are words like any other, or refused with a sentence', async ({ db, as }) => {
	const { id } = await plantApplication({ db, as });
	const script = '<script>alert(1)</script>';
	await saveSection(as('ines'), { id, key: 'frage-1', answer: { text: script, houses: [] }, version: 0 });
	expect((await findApplication(as('ines'), id)).answers['frage-1']).toMatchObject({ text: script });
	expect(await db.select().from(applicationSections)).toHaveLength(1);
});
