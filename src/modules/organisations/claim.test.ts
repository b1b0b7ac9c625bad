import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	claimSteps,
	codeLetters,
	domainOf,
	isOpenProvider,
	plainCode,
	printedCode,
	whyNotClaim,
	whyNotMethod,
	whyNotTryCode
} from './claim.ts';
import { claimForm, domainsForm, profileForm } from './forms.ts';
import { hintOf, invitationState, whyNotAccept } from './invitation.ts';
import { differences } from './history.ts';
import { slugOf, whyNotShow } from './organisation.ts';

const now = new Date('2026-11-22T10:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);

test('a claim is settled once: nothing follows on an end', () => {
	expect(claimSteps.open).toEqual(['accepted', 'rejected', 'withdrawn']);
	for (const end of ['accepted', 'rejected', 'withdrawn'] as const) expect(claimSteps[end]).toEqual([]);
});

test('each thing that stands against a claim says so', () => {
	const free = { isUnincorporated: false, hasManager: false, isMember: false, openClaims: 0, claimsToday: 0 };
	expect(whyNotClaim(free)).toBeNull();
	expect(whyNotClaim({ ...free, isUnincorporated: true })?.code).toBe('no-administration');
	expect(whyNotClaim({ ...free, isMember: true, hasManager: true })?.code).toBe('member-already');
	expect(whyNotClaim({ ...free, hasManager: true })?.code).toBe('claimed-already');
	expect(whyNotClaim({ ...free, openClaims: 3 })?.code).toBe('too-many-claims');
	expect(whyNotClaim({ ...free, claimsToday: 10 })?.code).toBe('too-many-claims');
});

test('mail proves something only at a domain that the office entered, letter for letter', () => {
	const known = { mailDomains: ['angermuende.de'] };
	expect(whyNotMethod('mail', { ...known, email: 'i.krueger@angermuende.de' })).toBeNull();
	for (const email of ['a@angermuende.de.evil.com', 'a@xangermuende.de', 'a@schule.angermuende.de', 'angermuende.de@evil.com'])
		expect(whyNotMethod('mail', { ...known, email })?.code, email).toBe('unknown-domain');
	expect(whyNotMethod('mail', known)?.code).toBe('no-mail');
	expect(whyNotMethod('letter', { mailDomains: [] })).toBeNull();
	expect(domainOf('A@Angermuende.DE')).toBe('angermuende.de');
	for (const open of ['gmx.de', 't-online.de', 'gmail.com', 'web.de']) expect(isOpenProvider(open), open).toBe(true);
	expect(domainsForm.safeParse({ domains: 'angermuende.de, t-online.de' }).error?.issues[0]?.message).toContain('jeder eine Adresse');
	expect(domainsForm.parse({ domains: ' Angermuende.de\nstadt-angermuende.de ' }).domains).toEqual([
		'angermuende.de',
		'stadt-angermuende.de'
	]);
});

test('a code is tried only while it can be right', () => {
	const code = { state: 'open', hasCode: true, expiresAt: later(1), tries: 4, now } as const;
	expect(whyNotTryCode(code)).toBeNull();
	expect(whyNotTryCode({ ...code, state: 'accepted' })?.code).toBe('claim-settled');
	expect(whyNotTryCode({ ...code, hasCode: false })?.code).toBe('no-letter');
	expect(whyNotTryCode({ ...code, tries: 5 })?.code).toBe('code-locked');
	expect(whyNotTryCode({ ...code, expiresAt: now })?.code).toBe('code-expired');
});

test('a code reads the same however it was typed', () => {
	const codes = fc.array(fc.constantFrom(...codeLetters), { minLength: 12, maxLength: 12 }).map((letters) => letters.join(''));
	fc.assert(
		fc.property(codes, (code) => {
			expect(plainCode(` ${printedCode(code).toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
		})
	);
});

test('an invitation is open until it is accepted, taken back or too old, and for its own address alone', () => {
	const open = { acceptedAt: null, withdrawnAt: null, expiresAt: later(1) };
	expect(invitationState(open, now)).toBe('open');
	expect(invitationState({ ...open, expiresAt: now }, now)).toBe('expired');
	expect(invitationState({ ...open, withdrawnAt: now }, now)).toBe('withdrawn');
	expect(invitationState({ ...open, acceptedAt: now, withdrawnAt: now }, now)).toBe('accepted');
	const own = { email: 'b.kern@stadt.de', own: 'B.Kern@stadt.de' };
	expect(whyNotAccept('open', own)).toBeNull();
	for (const state of ['accepted', 'withdrawn', 'expired'] as const)
		expect(whyNotAccept(state, own)?.code).toBe(`invitation-${state === 'accepted' ? 'used' : state}`);
	expect(whyNotAccept('open', { ...own, own: 'x@stadt.de' })?.message).toContain('b…@stadt.de');
	expect(hintOf('b.kern@stadt.de')).toBe('b…@stadt.de');
});

test('a name becomes an address word, whatever it is made of', () => {
	expect(slugOf('Werkhof Angermünde e. V.')).toBe('werkhof-angermuende-e-v');
	fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => /^[a-z0-9]([a-z0-9-]{0,79})$/.test(slugOf(name))));
});

test('nothing is shown before it says who and where', () => {
	const place = { ags: '12073008', slug: 'angermuende', name: 'Angermünde', state: 'Brandenburg' };
	const summary = 'Wir bauen eine offene Werkstatt im alten Bahnhof.';
	expect(whyNotShow({ summary, place })).toBeNull();
	expect(whyNotShow({ summary: 'kurz', place })?.code).toBe('no-summary');
	expect(whyNotShow({ summary, place: null })?.code).toBe('no-place');
});

test('names of 5,000 characters and addresses that run scripts are refused with a sentence', () => {
	const profile = { name: 'Werkhof', topics: '', offers: '', needs: '' };
	expect(profileForm.safeParse({ ...profile, name: 'x'.repeat(5000) }).error?.issues[0]?.message).toBe('Bitte höchstens 160 Zeichen.');
	expect(profileForm.safeParse({ ...profile, website: 'javascript:alert(1)' }).success).toBe(false);
	expect(profileForm.parse({ ...profile, topics: 'Werkstatt, Kultur; Werkstatt' }).topics).toEqual(['Werkstatt', 'Kultur']);
	expect(claimForm.safeParse({ code: '12073008', method: 'mail' }).error?.issues[0]?.path).toEqual(['email']);
});

test('the history says field by field what stood there before', () => {
	const told = differences({
		before: { rights: 'edit', endsAt: null },
		after: { rights: 'manage', endsAt: '2026-12-31T23:00:00.000Z', secret: 'x' }
	});
	expect(told).toEqual([
		{ field: 'Rechte', before: 'bearbeitet', after: 'verwaltet' },
		{ field: 'Ende', before: 'leer', after: '01.01.2027, 00:00' }
	]);
});
