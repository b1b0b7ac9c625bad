import { expect, test } from 'vitest';
import { isVacant, lateActs, placeOf, whyNotBoth, whyNotLeave, whyNotName, type Place } from './naming.ts';
import { states, type State } from './procedure.ts';

const all = Object.keys(states) as State[];
const seat = (role: Place['role'], more: Partial<Place> = {}): Place => ({ role, isDeputy: false, isSuccessor: false, ...more });
const windowOf = (place: Place, round = 1) => all.filter((state) => !whyNotName(place, { state, round }));

test('until when somebody may come, for every place and every state', () => {
	expect(windowOf(seat('juror'))).toEqual(['open', 'closed']);
	expect(windowOf(seat('juror'), 2), 'in a second round it is known who applies').toEqual([]);
	for (const more of [{ isSuccessor: true }, { isDeputy: true }])
		expect(windowOf(seat('juror', more))).toEqual(['open', 'closed', 'precheck', 'scoring']);
	expect(windowOf(seat('pre_checker'))).toEqual(['open', 'closed', 'precheck']);
	expect(windowOf(seat('adviser'))).toEqual(['open', 'closed', 'precheck', 'scoring', 'deliberation']);
	expect(windowOf(seat('opener'))).toEqual(['open', 'closed', 'precheck', 'scoring', 'deliberation']);
	expect(windowOf(seat('clerk')).at(-1)).toBe('recommended');
	expect(windowOf(seat('manager'))).toEqual([]);
	expect(windowOf(seat('manager', { isSuccessor: true })).at(-1)).toBe('works');
	expect(windowOf(seat('manager', { isDeputy: true }))).toContain('option');
});

test('every refusal is a sentence that says why', () => {
	for (const state of all)
		for (const role of ['manager', 'pre_checker', 'juror', 'adviser', 'clerk', 'opener'] as const)
			expect(whyNotName(seat(role), { state, round: 1 })?.message ?? 'Es geht.').toMatch(/\.$/);
	expect(whyNotName(seat('juror', { isSuccessor: true }), { state: 'deliberation', round: 1 })?.message).toContain('wüsste vorher');
});

test('whoever knows too much does not judge, and nobody sits in the jury twice', () => {
	expect(whyNotBoth(['pre_checker'], { role: 'juror', isOpened: true })?.code).toBe('has-checked');
	expect(whyNotBoth(['manager'], { role: 'juror', isOpened: true })?.code).toBe('has-checked');
	expect(whyNotBoth(['pre_checker'], { role: 'juror', isOpened: false })).toBeNull();
	expect(whyNotBoth(['juror'], { role: 'juror', isOpened: false })?.code).toBe('juror-already');
	expect(whyNotBoth(['juror'], { role: 'opener', isOpened: true })).toBeNull();
});

test('whoever leads does not leave without another, and nothing changes once it is over', () => {
	expect(whyNotLeave({ role: 'manager' }, { state: 'open' })?.code).toBe('last-lead');
	expect(whyNotLeave({ role: 'juror' }, { state: 'scoring' })).toBeNull();
	for (const state of ['draft', 'ready', 'done', 'cancelled'] as const)
		expect(whyNotLeave({ role: 'juror' }, { state })?.code).toBe('not-now');
});

test('a deputy takes part as whom they stand for, and a place stays empty only where it matters', () => {
	const mara = { id: 'm', role: 'juror' as const };
	expect(placeOf({ role: 'deputy', deputyFor: 'm', succeeds: null }, [mara])).toEqual(seat('juror', { isDeputy: true }));
	expect(placeOf({ role: 'deputy', deputyFor: 'x', succeeds: null }, [mara])).toBeNull();
	const [left, here] = [new Date(), null];
	expect(isVacant({ role: 'juror', leftAt: left }, [])).toBe(true);
	expect(isVacant({ role: 'adviser', leftAt: left }, [])).toBe(false);
	expect(isVacant({ role: 'manager', leftAt: left }, [{ role: 'manager', leftAt: left }])).toBe(true);
	expect(isVacant({ role: 'manager', leftAt: left }, [{ role: 'manager', leftAt: here }])).toBe(false);
	expect(lateActs({ isTown: false, kind: 'single_stage', state: 'open' })).toEqual({ canName: false, canOpen: false });
	expect(lateActs({ isTown: true, kind: 'direct_match', state: 'open' }), 'nothing is handed in').toEqual({
		canName: true,
		canOpen: false
	});
	expect(lateActs({ isTown: true, kind: 'single_stage', state: 'option' })).toEqual({ canName: true, canOpen: false });
});
