import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter } from '#lib/calendar.ts';
import { kinds, type Kind } from './procedure.ts';
import { findingsOf, milestonesOf, proposedTimeline, ruleOf, weekdayOf, workday, type Timeline } from './timeline.ts';

const today = '2026-11-22';
const allKinds = Object.keys(kinds) as Kind[];
const said = (kind: Kind, timeline: Timeline) => findingsOf(kind, timeline, today).map((finding) => `${finding.kind} ${finding.name}`);

test('a proposal from any day is whole, in order and ends on no weekend', () => {
	fc.assert(
		fc.property(fc.constantFrom(...allKinds), fc.integer({ min: 0, max: 3000 }), (kind, ahead) => {
			const timeline = proposedTimeline(kind, workday(dayAfter(today, ahead)));
			const errors = findingsOf(kind, timeline, today).filter((finding) => finding.kind === 'error');
			expect(errors).toEqual([]);
			for (const name of milestonesOf(kind)) {
				const when = timeline[name];
				if (when) expect(weekdayOf(when.day)).toBeLessThan(6);
				else expect(ruleOf(name).isOptional).toBe(true);
			}
		})
	);
});

test('after an expression of interest no house is at anybody’s hand, after every other kind it is', () => {
	for (const kind of allKinds) {
		const hasOption = kind !== 'expression_of_interest';
		expect(milestonesOf(kind).includes('option_until'), kind).toBe(hasOption);
		expect('option_until' in proposedTimeline(kind, '2027-01-11'), kind).toBe(hasOption);
	}
});

test('about three months for a concept, and nothing stands out in a proposal', () => {
	const timeline = proposedTimeline('single_stage', '2027-01-11');
	expect(timeline.deadline).toEqual({ day: '2027-04-12', time: '12:00' });
	expect(said('single_stage', timeline)).toEqual([]);
});

test('order, gaps, short time, weekends and missing times each get their sentence', () => {
	const timeline = proposedTimeline('single_stage', '2027-01-11');
	expect(said('single_stage', { ...timeline, jury_on: { day: '2027-04-13' } })).toEqual(['error jury_on']);
	expect(said('single_stage', { ...timeline, decision_on: undefined })).toContain('error decision_on');
	expect(said('single_stage', { ...timeline, deadline: { day: '2027-04-10', time: '12:00' } })).toEqual(['warning deadline']);
	expect(said('single_stage', { ...timeline, deadline: { day: '2027-04-12' } })).toEqual(['error deadline']);
	expect(said('single_stage', { ...timeline, deadline: { day: '2027-04-12', time: '00:00' } })).toEqual(['warning deadline']);
	expect(said('room_grant', { ...proposedTimeline('room_grant', '2027-01-11'), deadline: { day: '2027-02-12', time: '12:00' } })).toContain(
		'warning deadline'
	);
	expect(said('single_stage', proposedTimeline('single_stage', '2026-11-02'))).toContain('warning publish');
});

test('the night in which the clocks change has an hour that is missing and one that comes twice', () => {
	const at = (kind: Kind, day: string, time: string) =>
		findingsOf(kind, { ...proposedTimeline(kind, dayAfter(day, -120)), deadline: { day, time } }, today)
			.filter(({ name, message }) => name === 'deadline' && /Uhr|Zeitumstellung/.test(message) && !message.includes('Wochenende'))
			.map((finding) => finding.kind);
	expect(at('single_stage', '2027-03-28', '02:30')).toEqual(['error']);
	expect(at('single_stage', '2027-10-31', '02:30')).toEqual(['error']);
	expect(at('single_stage', '2027-10-31', '12:00')).toEqual(['warning']);
	expect(at('single_stage', '2027-10-24', '02:30')).toEqual([]);
});
