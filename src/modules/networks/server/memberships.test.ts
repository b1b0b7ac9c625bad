import { eq } from 'drizzle-orm';
import { plantMembership, plantNetwork } from '#testing/networks.ts';
import { cast } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { membershipCsv } from '../membership-file.ts';
import { readMembershipFilter } from '../membership-filter.ts';
import { advanceMembership } from './advance-membership.ts';
import { confirmValues } from './confirm-values.ts';
import { findCertificate } from './find-certificate.ts';
import { findPublicNetwork } from './find-public-network.ts';
import { countByYear, findMembership, listMemberships } from './list-memberships.ts';
import { listOwnMemberships } from './list-own-memberships.ts';
import { publishNetwork } from './publish-network.ts';
import { savePartner } from './save-partner.ts';
import { saveValues } from './save-values.ts';
import { stepMembership } from './step-membership.ts';
import { membershipChanges, memberships } from './tables.ts';
import { updateMembership } from './update-membership.ts';

const all = readMembershipFilter(new URLSearchParams());

test('a town is noted, applies, is admitted, and stands on the page from that moment; every step leaves who and why', async ({
	db,
	as
}) => {
	const { id: networkId, slug, organisationId } = await plantNetwork({ db, as });
	type Step = Parameters<typeof stepMembership>[1]['step'];
	const step = (who: 'ines' | 'oskar', name: Step, reason?: string) =>
		stepMembership(as(who), { slug, organisationId, step: name, reason });
	const advance = (who: 'ines' | 'oskar', name: Step, reason?: string) =>
		advanceMembership(as(who), { networkId, organisationId, step: name, reason });
	const id = await step('ines', 'note');
	for (const who of ['ines', 'oskar'] as const)
		await expect(step(who, 'apply')).rejects.toMatchObject({ status: who === 'ines' ? 403 : 409 });
	await advance('ines', 'apply');
	expect((await findPublicNetwork(as(null), slug)).members).toEqual([]);
	await expect(step('ines', 'admit', 'wir wollen')).rejects.toMatchObject({ status: 403 });
	await expect(step('oskar', 'admit', 'am Antrag vorbei')).rejects.toMatchObject({ code: 'through-admission' });
	await advance('oskar', 'admit', 'einstimmig');
	expect((await findPublicNetwork(as(null), slug)).members).toMatchObject([
		{ name: 'Angermünde', joinedOn: '2026-11-22', href: '/kommunen/angermuende' }
	]);
	expect((await findMembership(as('oskar'), slug, id)).changes).toMatchObject(
		[
			{ step: 'admit', to: 'member', by: cast.oskar.name, reason: 'einstimmig' },
			{ step: 'apply', by: cast.ines.name },
			{ step: 'note', by: cast.ines.name }
		].sort((a, b) => (a.step === 'admit' ? -1 : b.step === 'admit' ? 1 : 0))
	);
	await step('ines', 'leave', 'Der Rat hat es beschlossen.');
	expect((await findPublicNetwork(as(null), slug)).members).toEqual([]);
	expect(await db.select().from(membershipChanges)).toHaveLength(4);
});

test('who belonged before is entered by the office, never past an application', async ({ db, as }) => {
	const { id: networkId, slug, organisationId } = await plantNetwork({ db, as });
	const enrol = (who: 'ines' | 'oskar') => stepMembership(as(who), { slug, organisationId, step: 'enrol', reason: 'seit 2019 dabei' });
	await expect(enrol('ines')).rejects.toMatchObject({ status: 403 });
	await advanceMembership(as('ines'), { networkId, organisationId, step: 'apply' });
	await expect(enrol('oskar')).rejects.toMatchObject({ code: 'not-from-here' });
	await advanceMembership(as('ines'), { networkId, organisationId, step: 'withdraw' });
	await enrol('oskar');
	expect((await findPublicNetwork(as(null), slug)).members).toHaveLength(1);
});

test('a refused step changes nothing and writes nothing', async ({ db, as }) => {
	const { slug, organisationId } = await plantMembership({ db, as });
	await expect(stepMembership(as('oskar'), { slug, organisationId, step: 'exclude', reason: 'x' })).rejects.toMatchObject({
		code: 'not-from-here'
	});
	expect(await db.select().from(memberships)).toMatchObject([{ state: 'interested' }]);
	expect(await db.select().from(membershipChanges)).toHaveLength(1);
});

test('the clerk of one town takes no step for another, and nobody in a network that does not show itself', async ({ db, as }) => {
	const { slug, organisationId } = await plantNetwork({ db, as });
	await expect(stepMembership(as('friedrich'), { slug, organisationId, step: 'note' })).rejects.toMatchObject({ status: 404 });
	const hidden = await plantNetwork({ db, as }, { name: 'Verborgen', openness: 'alliance' });
	await expect(stepMembership(as('ines'), { slug: hidden.slug, organisationId, step: 'note' })).rejects.toMatchObject({ status: 404 });
});

test('a partner joins an alliance by confirming the values, and is asked again when they change', async ({ db, as }) => {
	const { slug, organisationId } = await plantNetwork({ db, as }, { openness: 'alliance' });
	await saveValues(as('oskar'), { slug, input: { text: 'Wir teilen.' } });
	await publishNetwork(as('oskar'), slug);
	const join = () => stepMembership(as('ines'), { slug, organisationId, step: 'join' });
	await expect(join()).rejects.toMatchObject({ code: 'values-unconfirmed' });
	const id = await stepMembership(as('ines'), { slug, organisationId, step: 'note' });
	await confirmValues(as('ines'), { id, version: 1 });
	await join();
	await savePartner(as('ines'), { id, input: { mission: 'Häuser nach Konzept', actionFields: [], contributions: ['Erfahrung'] } });
	expect((await findPublicNetwork(as(null), slug)).members).toMatchObject([{ mission: 'Häuser nach Konzept', valuesVersion: 1 }]);
	await saveValues(as('oskar'), { slug, input: { text: 'Wir teilen gern.', change: 'Jetzt gern.' } });
	expect(await listOwnMemberships(as('ines'))).toMatchObject([{ confirmed: 1, latest: 2, change: 'Jetzt gern.' }]);
	expect((await listMemberships(as('oskar'), slug, { ...all, due: 'values' })).items.map((item) => item.id)).toEqual([id]);
	await expect(confirmValues(as('ines'), { id, version: 1 })).rejects.toMatchObject({ code: 'newer-values' });
	await confirmValues(as('ines'), { id, version: 2 });
	expect((await listMemberships(as('oskar'), slug, { ...all, due: 'values' })).items).toEqual([]);
});

test('a liaison office accompanies without values, fee or application; nobody accompanies themselves', async ({ db, as }) => {
	const { slug, organisationId } = await plantNetwork({ db, as }, { openness: 'liaison' });
	await expect(stepMembership(as('ines'), { slug, organisationId, step: 'accompany' })).rejects.toMatchObject({ status: 403 });
	await expect(stepMembership(as('oskar'), { slug, organisationId, step: 'apply' })).rejects.toMatchObject({ code: 'no-such-step' });
	await stepMembership(as('oskar'), { slug, organisationId, step: 'accompany' });
	expect((await findPublicNetwork(as(null), slug)).members).toHaveLength(1);
});

test('the list filters, counts the years, and leaves as a file in which no cell is a formula', async ({ db, as }) => {
	const { slug, id } = await plantMembership({ db, as });
	await updateMembership(as('oskar'), { slug, id, input: { tier: 'founding', internalNote: '=HYPERLINK("x")' } });
	await db.update(memberships).set({ state: 'member', joinedOn: '2024-03-01' }).where(eq(memberships.id, id));
	const items = async (query: string) => (await listMemberships(as('oskar'), slug, readMembershipFilter(new URLSearchParams(query)))).items;
	expect(await items('q=anger')).toHaveLength(1);
	expect(await items('q=100%25')).toHaveLength(0);
	expect(await items('stand=member&land=12&offen=fee')).toHaveLength(1);
	expect(await items('stand=left')).toHaveLength(0);
	expect(await countByYear({ ...as('oskar'), now }, slug)).toEqual([
		{ year: 2024, came: 1, went: 0, there: 1 },
		{ year: 2025, came: 0, went: 0, there: 1 },
		{ year: 2026, came: 0, went: 0, there: 1 }
	]);
	const file = membershipCsv(await items(''));
	expect(file).toContain('Angermünde;Kommune;12073008');
	expect(file).toContain("'=HYPERLINK");
});

test('a member and its office get the certificate, nobody else does, and an applicant has none', async ({ db, as }) => {
	const { id, slug, organisationId } = await plantMembership({ db, as });
	await expect(findCertificate(as('ines'), id)).rejects.toMatchObject({ code: 'no-member' });
	await stepMembership(as('oskar'), { slug, organisationId, step: 'enrol', reason: 'seit 2019 dabei' });
	for (const who of ['ines', 'oskar'] as const)
		expect(await findCertificate(as(who), id)).toMatchObject({
			name: 'Angermünde',
			where: 'Landkreis Uckermark, Brandenburg',
			signatures: [{ name: cast.oskar.name, role: 'Netzwerkbüro' }]
		});
	for (const who of ['friedrich', 'amira', null] as const)
		await expect(findCertificate(as(who), id)).rejects.toMatchObject({ status: who ? 404 : 401 });
});

test('neither the list nor a note of it is for those outside', async ({ db, as }) => {
	const { slug, id } = await plantMembership({ db, as });
	for (const who of ['ines', 'amira', null] as const) {
		await expect(listMemberships(as(who), slug, all)).rejects.toMatchObject({ status: 404 });
		await expect(findMembership(as(who), slug, id)).rejects.toMatchObject({ status: 404 });
	}
	expect(JSON.stringify(await listOwnMemberships(as('ines')))).not.toContain('internalNote');
});
