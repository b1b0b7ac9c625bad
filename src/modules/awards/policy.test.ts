import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
	mayLead,
	mayRecordDecision,
	maySeeEvaluation,
	maySeeFile,
	maySeeObjections,
	noPart,
	phaseOf,
	phases,
	type Part,
	type Phase
} from './policy.ts';
import { states, type State } from '#modules/procedures/procedure.ts';

const people: Record<string, Part> = {
	Leitung: { ...noPart, isLead: true },
	Sitzungsdienst: { ...noPart, isClerk: true },
	Jury: { ...noPart, isJuror: true },
	Vorprüfung: { ...noPart, isChecker: true },
	befangen: { isLead: true, isClerk: true, isJuror: true, isChecker: true, isConflicted: true },
	sonst: noPart
};
const seen = (part: Part, phase: Phase): string =>
	[maySeeEvaluation(part, phase) && 'Auswertung', maySeeFile(part, phase) && 'Vermerk', maySeeObjections(part, phase) && 'Einwände']
		.filter(Boolean)
		.join(', ') || 'nichts';

test('who sees what is the table in the README, line by line', () => {
	const names = Object.keys(phases) as Phase[];
	const table = [
		`| | ${names.map((phase) => phases[phase]).join(' | ')} |`,
		'|---|---|---|---|---|',
		...Object.entries(people).map(([who, part]) => `| ${who} | ${names.map((phase) => seen(part, phase)).join(' | ')} |`)
	].join('\n');
	expect(readFileSync('src/modules/awards/README.md', 'utf8')).toContain(table);
});

test('a conflict takes every act away, whatever else somebody is', () => {
	const { befangen = noPart } = people;
	expect([mayLead(befangen), mayRecordDecision(befangen)]).toEqual([false, false]);
	expect(Object.entries(people).flatMap(([who, part]) => (mayRecordDecision(part) ? [who] : []))).toEqual(['Leitung', 'Sitzungsdienst']);
	expect(Object.entries(people).flatMap(([who, part]) => (mayLead(part) ? [who] : []))).toEqual(['Leitung']);
});

test('every state has its phase: nothing is locked before somebody locked it', () => {
	const phaseFor = (areLocked: boolean) =>
		Object.fromEntries((Object.keys(states) as State[]).map((state) => [state, phaseOf(state, areLocked)]));
	const open = phaseFor(false);
	expect(Object.keys(open).filter((state) => open[state] === 'locked')).toEqual(['recommended']);
	expect(Object.keys(open).filter((state) => open[state] === 'told')).toEqual(['decided', 'option', 'contract', 'works', 'done']);
	expect(phaseFor(true).deliberation).toBe('locked');
});
