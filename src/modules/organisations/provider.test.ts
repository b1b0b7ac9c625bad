import { expect, test } from 'vitest';
import { groupsIn, mailIn, nameIn, seatChanges, showsSecondFactor, wantedSeats, whyNotRoute, type GroupRule } from './provider.ts';

const town = 'town';
const rule = (group: string, rights: GroupRule['rights'], duty: GroupRule['function'] = 'administration'): GroupRule => ({
	organisationId: town,
	group,
	function: duty,
	rights
});

test('groups are read from a claim or along a path, however the provider writes them', () => {
	expect(groupsIn({ groups: ['/bauamt', 'kasse', 'kasse', 7] }, 'groups')).toEqual(['bauamt', 'kasse']);
	expect(groupsIn({ realm_access: { roles: ['bauamt'] } }, 'realm_access.roles')).toEqual(['bauamt']);
	expect(groupsIn({ 'https://stadt.de/gruppen': 'bauamt' }, 'https://stadt.de/gruppen')).toEqual(['bauamt']);
	for (const path of ['nix', 'groups.length', 'constructor.name', '__proto__']) expect(groupsIn({ groups: ['bauamt'] }, path)).toEqual([]);
});

test('of two groups for one duty the one with more rights counts, and „keine“ gives nothing', () => {
	const rules = [rule('leser', 'read'), rule('chefs', 'manage'), rule('/bauamt', 'edit', 'project'), rule('praktikum', 'none')];
	expect(wantedSeats(rules, ['leser', 'chefs', 'praktikum']).map(({ rights, group }) => [rights, group])).toEqual([['manage', 'chefs']]);
	expect(wantedSeats(rules, ['bauamt'])).toEqual([{ organisationId: town, function: 'project', rights: 'edit', group: '/bauamt' }]);
	expect(wantedSeats(rules, [])).toEqual([]);
});

test('gained groups open a seat, changed ones change its rights, lost ones end it', () => {
	const held = [
		{ id: 'a', organisationId: town, function: 'administration', rights: 'edit' },
		{ id: 'b', organisationId: town, function: 'project', rights: 'read' }
	] as const;
	const wanted = wantedSeats([rule('chefs', 'manage'), rule('vorstand', 'read', 'board')], ['chefs', 'vorstand']);
	const { open, change, end } = seatChanges(held, wanted);
	expect([open.map((s) => s.function), change.map((s) => [s.id, s.to]), end.map((s) => s.id)]).toEqual([
		['board'],
		[['a', 'manage']],
		['b']
	]);
});

test('a provider speaks for verified addresses of its own domains only', () => {
	const own = { domains: ['angermuende.de'] };
	expect(mailIn({ email: ' Ines@Angermuende.DE ', email_verified: true }, own)).toEqual({ email: 'ines@angermuende.de' });
	expect(mailIn({ email_verified: true }, own)).toEqual({ why: 'no-mail' });
	expect(mailIn({ email: ['a@angermuende.de'], email_verified: true }, own)).toEqual({ why: 'no-mail' });
	for (const verified of [undefined, false, 'false', 1])
		expect(mailIn({ email: 'ines@angermuende.de', email_verified: verified }, own)).toEqual({ why: 'mail-unverified' });
	for (const email of ['renate@betrieb.example', 'x@evil-angermuende.de', 'x@angermuende.de.evil.example'])
		expect(mailIn({ email, email_verified: true }, own)).toEqual({ why: 'foreign-domain' });
	expect(nameIn({ name: `  Ines\n Krüger ${'x'.repeat(200)}` })).toHaveLength(100);
});

test('a second factor counts only where it is trusted and vouched for', () => {
	expect(showsSecondFactor({ amr: ['pwd', 'mfa'] }, { trustsMfa: false, mfaAcr: null })).toBe(false);
	expect(showsSecondFactor({ amr: ['pwd', 'mfa'] }, { trustsMfa: true, mfaAcr: null })).toBe(true);
	expect(showsSecondFactor({ amr: 'mfa' }, { trustsMfa: true, mfaAcr: null })).toBe(false);
	expect(showsSecondFactor({ amr: ['mfa'], acr: '1' }, { trustsMfa: true, mfaAcr: '2' })).toBe(false);
	expect(showsSecondFactor({ acr: '2' }, { trustsMfa: true, mfaAcr: '2' })).toBe(true);
});

test('a domain leads to one provider, and only the office vouches for new ones', () => {
	const routing = { isOffice: false, domains: ['angermuende.de'], known: ['angermuende.de'], taken: [] };
	expect(whyNotRoute(routing)).toBeNull();
	expect(whyNotRoute({ ...routing, known: [] })?.code).toBe('unknown-domain');
	expect(whyNotRoute({ ...routing, known: [], isOffice: true })).toBeNull();
	expect(whyNotRoute({ ...routing, taken: ['angermuende.de'], isOffice: true })?.code).toBe('domain-taken');
});
