import { sql } from 'drizzle-orm';
import { fillApplication, hold, plantAdmission, plantApplication, plantProposal } from '#testing/admission.ts';
import { cast } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { notices } from '#modules/people/server/post-tables.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { readApplicationFilter } from '../application-filter.ts';
import { chooseAppointment, chooseOwnAppointment, findAppointment } from './choose-appointment.ts';
import { countAdmissions } from './count-admissions.ts';
import { findApplication } from './find-application.ts';
import { findDossier } from './find-dossier.ts';
import { findSelfCheck } from './find-self-check.ts';
import { listApplications } from './list-applications.ts';
import { listOwnApplications } from './list-own-applications.ts';
import { proposeAppointment } from './propose-appointment.ts';
import { recordMeeting } from './record-meeting.ts';
import { saveSection } from './save-section.ts';
import { stepApplication } from './step-application.ts';
import { applications } from './tables.ts';
import { withdrawApplication } from './withdraw-application.ts';

const all = readApplicationFilter(new URLSearchParams('auswahl=all'));
const list = (text: string) => readApplicationFilter(new URLSearchParams(text));

test('the link of another network, another application or no application at all finds nothing', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as }, 'submitted');
	const other = await plantAdmission({ db, as }, { name: 'Anderes Netz' });
	for (const at of [
		{ slug: other.slug, id },
		{ slug, id: '00000000-0000-7000-8000-000000000000' },
		{ slug, id: "' or 1=1" }
	])
		await expect(findDossier(as('oskar'), at)).rejects.toMatchObject({ status: 404 });
	await expect(stepApplication(as('oskar'), { slug: other.slug, id, transition: 'check' })).rejects.toMatchObject({ status: 404 });
	await expect(findApplication(as('friedrich'), id)).rejects.toMatchObject({ status: 404 });
	await expect(saveSection(as('ines'), { id, key: 'frage-9', answer: null, version: 0 })).rejects.toMatchObject({ status: 404 });
});

test('a draft is its town’s alone: the office sees that there is one, founders do not, and nobody reads it', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as });
	await fillApplication({ db, as }, id);
	const { items } = await listApplications(as('oskar'), slug, all);
	expect(items).toMatchObject([{ name: 'Angermünde', isDraft: true, minutesPerWeek: null, completeness: 1 }]);
	expect((await listApplications(as('friedrich'), slug, all)).items).toEqual([]);
	await expect(findDossier(as('oskar'), { slug, id })).rejects.toMatchObject({ status: 404 });
	expect(await listOwnApplications(as('ines'))).toMatchObject([{ id, state: 'draft' }]);
	expect(await listOwnApplications(as('friedrich'))).toEqual([]);
});

test('the list knows what is overdue, and the figures count the quarters', async ({ db, as }) => {
	const { slug } = await plantApplication({ db, as }, 'submitted');
	expect((await listApplications(as('oskar'), slug, list('auswahl=overdue'))).items).toEqual([]);
	const later = { ...as('oskar'), now: new Date('2026-12-10T10:00:00Z') };
	expect((await listApplications(later, slug, list('auswahl=overdue'))).items).toMatchObject([{ isOverdue: true }]);
	expect((await listApplications(later, slug, list('q=100%25'))).items).toEqual([]);
	const figures = await countAdmissions(as('oskar'), slug);
	expect(figures.quarters.at(-1)).toEqual({ quarter: '2026 Q4', submitted: 1, admitted: 0, declined: 0 });
	expect(figures.quarters).toHaveLength(8);
});

test('a date is chosen once by a link without sign-in; looking changes nothing; old, changed and used links say why', async ({
	db,
	as
}) => {
	const { id, slug } = await plantApplication({ db, as }, 'interview_scheduling');
	const at = { slug, id };
	const { slot, ...data } = await plantProposal({ db, as }, at);
	const sign = (more: Partial<typeof data> = {}, days = 14) =>
		signLink(as(null), { purpose: 'choose-appointment', data: { ...data, ...more }, days });
	const link = await sign();
	for (let scan = 0; scan < 3; scan++) expect((await findAppointment(as(null), link)).answered).toBeNull();
	await expect(chooseAppointment(as(null), { link, slot: '2026-12-24T18:00:00.000Z' })).rejects.toMatchObject({ field: 'slot' });
	await chooseAppointment(as(null), { link, slot });
	await expect(chooseAppointment(as(null), { link, slot })).rejects.toMatchObject({
		code: 'answered-already',
		message: expect.stringContaining('10:00 Uhr')
	});
	expect((await findAppointment(as(null), link)).answered).toContain('Der Termin steht schon');
	expect((await db.select().from(notices)).filter(({ kind }) => kind === 'admission.answer')).toMatchObject([{ personId: cast.oskar.id }]);
	await plantProposal({ db, as }, at);
	await expect(chooseAppointment(as(null), { link, slot })).rejects.toMatchObject({ status: 410, code: 'link-old' });
	await expect(findAppointment(as(null), await sign({ round: '2' }, -1))).rejects.toMatchObject({ code: 'link-expired' });
	await expect(findAppointment(as(null), `${link}x`)).rejects.toMatchObject({ code: 'link-invalid' });
	const foreign = await signLink(as(null), { purpose: 'confirm-subscription', data, days: 1 });
	await expect(findAppointment(as(null), foreign)).rejects.toMatchObject({ code: 'link-invalid' });
	await chooseOwnAppointment(as('ines'), { id, kind: 'interview', slot: 'keiner', note: 'lieber abends' });
	expect((await findDossier(as('oskar'), at)).internal).toMatchObject([{ state: 'none_fits', answerNote: 'lieber abends' }]);
	await withdrawApplication(as('ines'), { id });
	await expect(findAppointment(as(null), await sign({ round: '2' }))).rejects.toMatchObject({ code: 'link-gone' });
});

test('proposals need a future, a place and their time on the way', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as }, 'interview_scheduling');
	const propose = (input: Partial<Parameters<typeof proposeAppointment>[1]['input']>) =>
		proposeAppointment(as('oskar'), {
			slug,
			id,
			input: { kind: 'interview', slots: [new Date('2026-12-01T09:00:00Z')], place: 'Rathaus', ...input }
		});
	await expect(propose({ slots: [] })).rejects.toMatchObject({ code: 'no-slots' });
	await expect(propose({ slots: [new Date('2026-11-01T09:00:00Z')] })).rejects.toMatchObject({ code: 'past' });
	await expect(propose({ place: undefined })).rejects.toMatchObject({ code: 'no-place' });
	await expect(propose({ kind: 'founders' })).rejects.toMatchObject({ code: 'not-now' });
});

test('notes of two at once collide aloud, and a day to come is none on which something was', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as }, 'interview_scheduling');
	await hold({ db, as }, { id, slug }, 'interview');
	const write = (version: number, heldOn = '2026-11-20') =>
		recordMeeting(as('oskar'), { slug, id, input: { kind: 'interview', heldOn, sharedNote: 'anders', version } });
	await expect(write(0)).rejects.toMatchObject({ code: 'somebody-was-faster' });
	await expect(write(1, '2026-12-24')).rejects.toMatchObject({ field: 'heldOn' });
	await write(1);
});

test('internal notes, votes and contacts reach nobody they are not for, on any reading', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as }, 'fee_pending');
	const at = { slug, id };
	const own = JSON.stringify(await findApplication(as('ines'), id));
	expect(own).toContain('Gut gesprochen.');
	expect(own).not.toMatch(/Sehr offen|passt zu uns|internalNote|gern/);
	const founder = JSON.stringify(await findDossier(as('friedrich'), at));
	expect(founder).toContain('Sehr offen.');
	expect(founder).not.toMatch(/ines\.krueger@|03331/);
	expect(JSON.stringify(await findDossier(as('oskar'), at))).toContain('ines.krueger@');
	expect(JSON.stringify((await listApplications(as('oskar'), slug, all)).items)).not.toMatch(/Sehr offen|gern|ines\.krueger|Stadtplanung/);
	for (const who of ['ines', 'amira', 'hanna', null] as const)
		await expect(findDossier(as(who), at)).rejects.toMatchObject({ status: 404 });
	for (const { data } of await db.select().from(notices)) expect(JSON.stringify(data)).not.toMatch(/Sehr offen|Grund|passt zu uns/);
	const { rows } = await db.execute<{ payload: string }>(
		sql`select payload::text from graphile_worker._private_jobs where payload::text like '%letter%'`
	);
	expect(rows.length).toBeGreaterThan(3);
	expect(JSON.stringify(rows)).not.toMatch(/Sehr offen|passt zu uns/);
});

test('the contact hears of each step once, by letter and not in the account as well', async ({ db, as }) => {
	await plantApplication({ db, as }, 'interview_scheduling');
	const mine = (await db.select().from(notices)).filter(({ personId }) => personId === cast.ines.id);
	expect(mine).toEqual([]);
	const { rows } = await db.execute<{ title: string }>(
		sql`select payload->'data'->>'title' as title from graphile_worker._private_jobs where payload->>'to' = 'ines.krueger@angermuende.example'`
	);
	expect(rows.map(({ title }) => title).sort()).toEqual(
		['Ihr Antrag bei „Probenetz“ ist da', '„Probenetz“ möchte mit Ihnen sprechen'].sort()
	);
});

test('the self-check reads size and rural type from the register and stores nothing', async ({ db, as }) => {
	const { slug } = await plantAdmission({ db, as });
	expect((await findSelfCheck(as(null), slug, '')).town).toBeNull();
	const { town } = await findSelfCheck(as(null), slug, 'Angermünde');
	expect(town).toMatchObject({ name: 'Angermünde', size: { status: 'met' } });
	expect((await findSelfCheck(as(null), slug, 'Hamburg')).town).toMatchObject({ size: { status: 'open' } });
	await expect(findSelfCheck(as(null), slug, 'Xyzqqq')).rejects.toMatchObject({ code: 'place-unknown' });
	expect(await db.select().from(applications)).toEqual([]);
	expect(now.getTime()).toBeGreaterThan(0);
});
