import { expect, test } from 'vitest';
import { roles } from '#testing/cast.ts';
import { isSignedInPerson, mayGrant, maySeePeople, whyNotRevoke } from './policy.ts';

const whoMay = (rule: (actor: (typeof roles)[string]) => boolean) => Object.keys(roles).filter((role) => rule(roles[role] ?? null));

test('office and administration see who works here', () => expect(whoMay(maySeePeople)).toEqual(['office', 'admin']));

test('the office makes editors, only administrators make office and administrators', () => {
	expect(whoMay((actor) => mayGrant(actor, 'editor'))).toEqual(['office', 'admin']);
	expect(whoMay((actor) => mayGrant(actor, 'office'))).toEqual(['admin']);
	expect(whoMay((actor) => mayGrant(actor, 'admin'))).toEqual(['admin']);
});

test('an API key is not a person who signed in', () => {
	const ines = roles.editor;
	expect(isSignedInPerson(ines ?? null)).toBe(true);
	expect(isSignedInPerson(ines ? { ...ines, scopes: ['spaces:write'] } : null)).toBe(false);
	expect(isSignedInPerson(null)).toBe(false);
});

test('the last administrator stays', () => {
	expect(whyNotRevoke('admin', { admins: 1 })).toContain('letzte');
	expect(whyNotRevoke('admin', { admins: 2 })).toBeNull();
	expect(whyNotRevoke('editor', { admins: 1 })).toBeNull();
});
