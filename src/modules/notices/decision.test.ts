import { expect, test } from 'vitest';
import { measures, measureSentence, templates, whyNotDecide, type DecisionInput, type Measure } from './decision.ts';

const today = '2026-11-22';
const full: DecisionInput = { measure: 'hide', ground: 'law', clause: 'Art. 6 DSGVO', facts: 'Der Name steht da.' };
const why = (over: Partial<DecisionInput>, hasAccount = true) => whyNotDecide({ ...full, ...over }, { today, hasAccount });

test('whoever restricts says on which facts, on which ground and how long', () => {
	expect(why({})).toBeNull();
	expect(why({ facts: ' ' })).toMatchObject({ field: 'facts' });
	expect(why({ ground: undefined })).toMatchObject({ field: 'ground' });
	expect(why({ clause: '' })).toMatchObject({ field: 'clause' });
	expect(why({ until: today })).toMatchObject({ field: 'until' });
	expect(why({ measure: 'none', ground: undefined, clause: undefined })).toBeNull();
});

test('an account is barred for a time, never for good, and only where there is one', () => {
	expect(why({ measure: 'bar' })).toMatchObject({ field: 'until' });
	expect(why({ measure: 'bar', until: '2026-12-22' })).toBeNull();
	expect(why({ measure: 'bar', until: '2026-12-22' }, false)).toMatchObject({ field: 'measure' });
	expect(why({ measure: 'bar', until: '2029-01-01' })).toMatchObject({ field: 'until' });
});

test('every decision says what it means', () => {
	for (const measure of Object.keys(measures) as Measure[]) {
		const said = measureSentence({ measure, kind: 'space', until: null });
		expect(said).toMatch(/\.$/);
		expect(measures[measure].told).toMatch(/\.$/);
	}
	expect(measureSentence({ measure: 'hide', kind: 'space', until: new Date('2026-12-22T22:59:00Z') })).toContain('22.12.2026');
	for (const { clause, facts } of templates) expect(why({ clause, facts })).toBeNull();
});
