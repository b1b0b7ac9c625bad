import { expect, test } from 'vitest';
import { toCertificate, whyNotCertificate } from './certificate.ts';
import { membershipStates, type MembershipState } from './vocabulary.ts';

test('only active members with a day have a certificate', () => {
	for (const state of Object.keys(membershipStates) as MembershipState[])
		expect(whyNotCertificate({ state, joinedOn: '2024-03-01' })?.code, state).toBe(state === 'member' ? undefined : 'no-member');
	expect(whyNotCertificate({ state: 'member', joinedOn: null })).toMatchObject({ code: 'no-date' });
});

test('it says who belongs since when, and a founder that it founded; the street of a name stays the same', () => {
	const network = { name: 'Helle Orte', tagline: '', summary: 'Häuser an.', accent: '#8a4b08', signatures: [] };
	const town = { organisation: 'Herzberg (Elster)', where: null, tier: 'member', joinedOn: '2024-03-01' } as const;
	const plain = toCertificate(town, network, '2026-11-22');
	expect(plain.lines[0]).toBe('gehört seit dem 1. März 2024 zum Netzwerk Helle Orte.');
	expect(toCertificate({ ...town, tier: 'founding' }, network, '2026-11-22').lines[0]).toContain('mitgegründet');
	expect(toCertificate(town, network, '2030-01-01').houses).toEqual(plain.houses);
	expect(toCertificate({ ...town, organisation: 'Wunsiedel' }, network, '2026-11-22').houses).not.toEqual(plain.houses);
	for (const { width, floors, lit } of plain.houses) expect(lit).toBeLessThanOrEqual(Math.floor(width / 8) * floors);
});
