import { expect, test } from 'vitest';
import { cast } from '#testing/cast.ts';
import { momentAfter, seated, seatState, whyNotChangeRights, whyNotEndSeat } from './seat.ts';

const at = (iso: string) => new Date(iso);
const now = at('2026-11-22T10:00:00Z');

test('a seat is valid from its first moment up to the moment it ends', () => {
	expect(seatState({ startsAt: now, endsAt: null }, now)).toBe('valid');
	expect(seatState({ startsAt: at('2026-11-22T10:00:00.001Z'), endsAt: null }, now)).toBe('coming');
	expect(seatState({ startsAt: at('2020-01-01'), endsAt: at('2026-11-22T10:00:00.001Z') }, now)).toBe('valid');
	expect(seatState({ startsAt: at('2020-01-01'), endsAt: now }, now)).toBe('ended');
	expect(seatState({ startsAt: at('2027-01-01'), endsAt: at('2027-01-01') }, now)).toBe('coming');
});

test('whoever may edit for a municipality keeps its houses; whoever may only read, or edits for a club, does not', () => {
	const seat = { organisationId: 'o', ags: '12073008' } as const;
	expect(seated(cast.amira, [{ ...seat, rights: 'edit' }]).grants).toEqual([{ role: 'editor', ags: '12073008' }]);
	expect(seated(cast.amira, [{ ...seat, rights: 'read' }]).grants).toEqual([]);
	expect(seated(cast.amira, [{ ...seat, rights: 'manage', ags: null }]).grants).toEqual([]);
	expect(seated(cast.ines, [{ ...seat, rights: 'edit' }]).grants).toEqual(cast.ines.grants);
});

test('the last one who manages does not leave at once, unless the office ends the seat', () => {
	const last = { state: 'valid', manages: true, otherManagers: 0, isNow: true, byOffice: false } as const;
	expect(whyNotEndSeat(last)?.code).toBe('last-manager');
	expect(whyNotEndSeat({ ...last, otherManagers: 1 })).toBeNull();
	expect(whyNotEndSeat({ ...last, isNow: false })).toBeNull();
	expect(whyNotEndSeat({ ...last, byOffice: true })).toBeNull();
	expect(whyNotEndSeat({ ...last, manages: false })).toBeNull();
	expect(whyNotEndSeat({ ...last, state: 'coming' })).toBeNull();
	expect(whyNotEndSeat({ ...last, state: 'ended', otherManagers: 3 })?.code).toBe('seat-ended');
});

test('a last day lasts until midnight in Berlin, in summer and in winter', () => {
	expect(momentAfter('2026-12-31').toISOString()).toBe('2026-12-31T23:00:00.000Z');
	expect(momentAfter('2026-06-30').toISOString()).toBe('2026-06-30T22:00:00.000Z');
	expect(momentAfter('2026-10-25').toISOString()).toBe('2026-10-25T23:00:00.000Z');
});

test('somebody always manages', () => {
	expect(whyNotChangeRights({ state: 'valid', isLastManager: true, byOffice: false })?.code).toBe('last-manager');
	expect(whyNotChangeRights({ state: 'valid', isLastManager: true, byOffice: true })).toBeNull();
	expect(whyNotChangeRights({ state: 'valid', isLastManager: false, byOffice: false })).toBeNull();
	expect(whyNotChangeRights({ state: 'ended', isLastManager: false, byOffice: true })?.code).toBe('seat-ended');
});
