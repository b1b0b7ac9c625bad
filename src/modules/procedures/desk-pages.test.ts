import { expect, test } from 'vitest';
import { deskRows, pagesFor, type Viewer } from './desk-pages.ts';
import { askedOf, listHref, listRows, phases } from './phases.ts';
import { states, type State } from './procedure.ts';

const base = '/buero/verfahren/1';
const manager: Viewer = { isDesk: true, isTown: true, kind: 'single_stage', round: 1, state: 'option', roles: ['manager'], isOpener: true };
const juror: Viewer = { isDesk: false, isTown: false, kind: 'single_stage', round: 1, state: 'scoring', roles: ['juror'], isOpener: false };
const rowsAt = (viewer: Viewer, end = '') => deskRows(viewer, { base, path: base + end });
const texts = (tabs: { text: string }[]) => tabs.map(({ text }) => text);
const current = (tabs: { text: string; current: boolean }[]) => texts(tabs.filter((tab) => tab.current));

test('after an expression of interest there is nothing to object to, after every other decision there is', () => {
	const lead = { isDesk: true, isTown: true, round: 1, state: 'decided', roles: ['manager'], isOpener: false } as const;
	const ends = (kind: 'expression_of_interest' | 'room_grant') => pagesFor({ ...lead, kind }).map(({ end }) => end);
	expect(ends('expression_of_interest')).not.toContain('/einwaende');
	expect(ends('room_grant')).toContain('/einwaende');
});

test('whoever leads a running procedure sees seven tabs at most in a row, and every page in exactly one place', () => {
	for (const state of Object.keys(states) as State[])
		for (const { end, text } of pagesFor({ ...manager, state })) {
			const { areas, pages } = rowsAt({ ...manager, state }, end);
			expect(Math.max(areas.length, pages.length), `${state} ${end}`).toBeLessThanOrEqual(7);
			expect(current(areas)).toHaveLength(1);
			expect(current(pages.length ? pages : areas)).toEqual([text]);
		}
});

test('a phase leads to its first page; a page behind another belongs to it', () => {
	const { areas, area, pages } = rowsAt(manager, '/zuschlag');
	expect(texts(areas)).toEqual(['Überblick', 'Vorbereitung', 'Abgabezeit', 'Wertung', 'Entscheidung', 'Anhandgabe', 'Schreiben']);
	expect([area, texts(pages)]).toEqual(['Entscheidung', ['Zuschlag', 'Einwände', 'Vermerk']]);
	expect(current(rowsAt(manager, '/aufwand').pages)).toEqual(['Kriterien']);
	expect(current(rowsAt(manager, '/anhandgabe/meilensteine').areas)).toEqual(['Anhandgabe']);
	expect(rowsAt(manager).pages).toEqual([]);
});

test('a juror has few pages, and they stand side by side', () => {
	expect(texts(rowsAt(juror).areas)).toEqual(['Aufruf', 'Befangenheit', 'Bewertung']);
	expect(rowsAt(juror, '/bewertung/2').pages).toEqual([]);
	expect(current(rowsAt(juror, '/bewertung/2').areas)).toEqual(['Bewertung']);
});

test('every state stands in exactly one phase, and the list can be asked for both', () => {
	const all = Object.values(phases).flatMap((phase): readonly State[] => phase.states);
	expect([...all].sort()).toEqual(Object.keys(states).sort());
	const asked = (query: string) => askedOf(new URLSearchParams(query));
	expect(asked('phase=judging').states).toEqual(['precheck', 'scoring', 'deliberation']);
	expect(asked('stand=scoring')).toEqual({ phase: 'judging', state: 'scoring', states: ['scoring'] });
	for (const query of ['', 'stand=toString', 'phase=__proto__', 'stand=&phase=x'])
		expect(asked(query), query).toEqual({ phase: null, state: null, states: null });
	expect(listHref(asked('stand=scoring&phase=ended'), 2)).toBe('/buero/verfahren?stand=scoring&seite=2');
	const { areas, area, pages } = listRows(asked('stand=scoring'));
	expect([current(areas), area, texts(pages), current(pages)]).toEqual([
		['Wertung'],
		'Wertung',
		['alle', 'Vorprüfung', 'Einzelbewertung', 'Jurysitzung'],
		['Einzelbewertung']
	]);
	expect([current(listRows(asked('')).areas), listRows(asked('')).pages]).toEqual([['Alle'], []]);
});
