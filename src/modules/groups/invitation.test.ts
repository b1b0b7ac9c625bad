import { expect, test } from 'vitest';
import { invitationState, whyNotAccept } from './invitation.ts';

const now = new Date('2026-11-22T10:00:00Z');
const later = new Date('2026-12-06T10:00:00Z');
const open = { used: 0, places: 1, withdrawnAt: null, expiresAt: later };

test('an invitation is used up, taken back or too old, in this order', () => {
	expect(invitationState(open, now)).toBe('open');
	expect(invitationState({ ...open, used: 1, withdrawnAt: now }, now)).toBe('used');
	expect(invitationState({ ...open, withdrawnAt: now }, later)).toBe('withdrawn');
	expect(invitationState(open, later)).toBe('expired');
	expect(invitationState({ ...open, places: 3, used: 2 }, now)).toBe('open');
});

test.for(['used', 'withdrawn', 'expired'] as const)('what is %s cannot be accepted, and the sentence says what to do', (state) => {
	expect(whyNotAccept({ kind: 'mail', email: 'a@b.example', state }, 'a@b.example')?.message).toMatch(/\.$/);
	expect(whyNotAccept({ kind: 'link', email: null, state }, null)).not.toBeNull();
});

test('a mail is for its mailbox, a link for whoever holds it, and the whole address is never said', () => {
	const mail = { kind: 'mail', email: 'Amira@werkhof.example', state: 'open' } as const;
	expect(whyNotAccept(mail, 'amira@WERKHOF.example')).toBeNull();
	expect(whyNotAccept(mail, null)).toBeNull();
	const other = whyNotAccept(mail, 'jonas@post.example');
	expect(other).toMatchObject({ code: 'other-address' });
	expect(other?.message).not.toContain('Amira@');
	expect(whyNotAccept({ kind: 'link', email: null, state: 'open' }, 'jonas@post.example')).toBeNull();
});
