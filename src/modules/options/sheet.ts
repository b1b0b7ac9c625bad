import type { Block, Paper } from '#lib/server/pdf/blocks.ts';
import { germanDay } from '#lib/text/german.ts';
import { levelNames, levels, stands, type LevelDays, type Stand } from './milestone.ts';
import { states, type State } from './option.ts';

/** The option on paper: its terms, what is to be done until when, and what was agreed. */

export type Sheet = {
	holderName: string;
	house: string;
	town: string;
	procedure: string;
	state: State;
	startsOn: string;
	endsOn: string;
	feeCents: number | null;
	feeIsCredited: boolean;
	terms: string;
	mostExtensions: number;
	extensionCount: number;
	levels: LevelDays;
	milestones: { title: string; description: string; dueOn: string; stand: Stand }[];
	talks: { on: string; isHeld: boolean }[];
	remedies: { what: string; until: string; state: 'open' | 'met' | 'failed' }[];
	today: string;
	isDemo: boolean;
};

const accent = '#a93f28';
const amount = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });
export const feeText = ({ feeCents, feeIsCredited }: Pick<Sheet, 'feeCents' | 'feeIsCredited'>): string =>
	feeCents ? `${amount.format(feeCents / 100)}, ${feeIsCredited ? 'wird auf den Preis angerechnet' : 'wird nicht angerechnet'}` : 'keine';
export const extensionText = ({ extensionCount, mostExtensions }: Pick<Sheet, 'extensionCount' | 'mostExtensions'>): string =>
	mostExtensions
		? `höchstens ${mostExtensions === 1 ? 'einmal' : `${mostExtensions} Mal`}, bisher ${extensionCount || 'keine'}`
		: 'nicht vereinbart';
export const remedyStates = { open: 'läuft', met: 'geschafft', failed: 'verstrichen' } as const;

const dayText = (days: number): string =>
	days === 0 ? 'am Tag selbst' : `${Math.abs(days)} ${Math.abs(days) === 1 ? 'Tag' : 'Tage'} ${days < 0 ? 'vorher' : 'danach'}`;
export const levelLines = (days: LevelDays): string[] =>
	levelNames.flatMap((name) => (days[name] === null ? [] : [`${levels[name].text}: ${dayText(days[name])}`]));

const heading = (text: string): Block => ({ kind: 'heading', text });

function agreed({ talks, remedies }: Sheet): Block[] {
	const lines = talks.map(({ on, isHeld }) => `Gespräch zum Stand am ${germanDay(on)}, ${isHeld ? 'geführt' : 'verabredet'}`);
	const periods = remedies.map(({ what, until, state }) => `Nachfrist bis ${germanDay(until)} (${remedyStates[state]}): ${what}`);
	const items = [...lines, ...periods];
	return items.length ? [heading('Gespräche und Nachfristen'), { kind: 'list', items }] : [];
}

/** The sheet as a tagged paper. Names of people are not in it. */
export function sheetPaper(sheet: Sheet): Paper {
	const { holderName, house, town, procedure, startsOn, endsOn, terms, milestones, isDemo } = sheet;
	const facts: Block = {
		kind: 'facts',
		items: [
			['Wer', holderName],
			['Haus', house],
			['Von', germanDay(startsOn)],
			['Bis', `${germanDay(endsOn)} (letzter Tag)`],
			['Stand', states[sheet.state]],
			['Entgelt', feeText(sheet)],
			['Verlängerung', extensionText(sheet)]
		]
	};
	const rows = milestones.map(({ title, description, dueOn, stand }) => [
		germanDay(dueOn),
		description ? `${title}. ${description}` : title,
		stands[stand]
	]);
	return {
		...{ title: `Anhandgabe: ${house}`, date: sheet.today, sender: { name: town }, accent },
		lead: 'Die Kommune verhandelt in dieser Zeit mit niemandem sonst über das Haus. Eine Pflicht zum Kauf oder zur Vergabe entsteht daraus nicht; zurückgeben kann die Gruppe jederzeit.',
		blocks: [
			...(isDemo ? [{ kind: 'text' as const, text: 'Beispiel: Haus, Verfahren und Gruppe sind erfunden.' }] : []),
			facts,
			...(terms ? [heading('Bedingungen'), { kind: 'text' as const, text: terms }] : []),
			heading('Was bis wann erreicht ist'),
			milestones.length
				? { kind: 'table', columns: [{ title: 'Bis' }, { title: 'Meilenstein', share: 1 }, { title: 'Stand' }], rows }
				: { kind: 'text', text: 'Es sind keine Meilensteine vereinbart.' },
			...agreed(sheet),
			heading('Wenn nichts gemeldet wird'),
			{
				kind: 'list',
				items: [...levelLines(sheet.levels), 'Von selbst läuft nichts aus: Das stellt immer ein Mensch fest, mit Begründung.']
			}
		],
		footer: [[town], [procedure]]
	};
}
