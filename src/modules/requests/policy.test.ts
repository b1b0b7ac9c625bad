import { expect, test } from 'vitest';
import { cast, roles } from '#testing/cast.ts';
import { mayManageRequest, maySeek, maySeeRequest } from './policy.ts';

const who = (allowed: (actor: (typeof roles)[string]) => boolean) => Object.keys(roles).filter((role) => allowed(roles[role] ?? null));
const request = { personId: cast.amira.id, requestState: 'published' as const, visibility: 'public' as const };

test('everybody but a guest may seek', () => expect(who(maySeek)).not.toContain('guest'));

test('a request is changed by those who wrote it and the administrator', () =>
	expect(who((actor) => mayManageRequest(actor, request))).toEqual(['maker', 'admin']));

test('a public request is for all', () => expect(who((actor) => maySeeRequest(actor, request))).toEqual(Object.keys(roles)));

test.for(['network', 'municipalities_only'] as const)(
	'%s: municipalities and the office see it, guests and other makers do not',
	(visibility) =>
		expect(who((actor) => maySeeRequest(actor, { ...request, visibility }))).toEqual(['maker', 'editor', 'otherEditor', 'office', 'admin'])
);

test('a private request and a draft are for those who wrote them', () => {
	expect(who((actor) => maySeeRequest(actor, { ...request, visibility: 'private' }))).toEqual(['maker', 'admin']);
	expect(who((actor) => maySeeRequest(actor, { ...request, requestState: 'draft' }))).toEqual(['maker', 'admin']);
});
