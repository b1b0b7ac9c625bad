import { expect, test } from 'vitest';
import { isReady, part } from '#testing/profiles.ts';
import { progressOf } from './progress.ts';

const known = { hasContact: false, isPublished: false, isReady: false, isAhead: true };

test('who has nothing begins by saying who they are', () => {
	expect(progressOf([], known)).toMatchObject({ done: 0, next: { kind: 'intro', isNeeded: true } });
});

test('what is needed comes first, then publishing, then what helps readers most', () => {
	const parts = isReady();
	expect(progressOf(parts.slice(0, 2), known).next?.kind).toBe('standing');
	expect(progressOf(parts, { ...known, isReady: true }).next?.kind).toBe('publish');
	expect(progressOf(parts, { ...known, isReady: true, isPublished: true }).next?.kind).toBe('contact');
	expect(progressOf(parts, { ...known, hasContact: true, isReady: true, isPublished: true }).next?.kind).toBe('picture');
});

test('a voice counts once it is released', () => {
	const voice = part('voice', { text: 'Gut so.', name: 'Hanne', function: 'Nachbarin' });
	const done = (releasedAt: Date | null) => progressOf([{ ...voice, releasedAt }], known).steps.find(({ kind }) => kind === 'voice');
	expect(done(null)).toMatchObject({ done: false, text: 'Eine Stimme freigeben lassen' });
	expect(done(new Date())).toMatchObject({ done: true });
});

test('when everything is there, what the draft says more is what remains to be published', () => {
	const whole = [
		...isReady(),
		...(['picture', 'project', 'fact', 'recording'] as const).map((kind) =>
			part(kind, { title: 'x', text: 'y', alt: 'z', credit: 'w' } as never)
		),
		{ ...part('voice', { text: 'Gut so.', name: 'Hanne', function: 'Nachbarin' }), releasedAt: new Date() },
		part('frame', { districtCount: 3 })
	];
	const state = { hasContact: true, isReady: true, isPublished: true };
	expect(progressOf(whole, { ...state, isAhead: true }).next?.kind).toBe('publish');
	expect(progressOf(whole, { ...state, isAhead: false }).next).toBeNull();
});
