import { evidences, leavesOf, type Criteria, type Evidence } from './criteria.ts';
import { kindRules, type Kind } from './procedure.ts';

/** How many hours a call asks of a group of volunteers. All of them are assumptions of ours, said to be so, and an office may put its own beside them. */

export const defaultHours: Record<Evidence, number> = {
	...{ sketch: 6, group: 3, references: 2, legal_form: 2, use_concept: 12, operation: 10, costs: 16, rent_sheet: 6 },
	...{ bank_letter: 6, schedule: 3, building: 16, drawings: 20, heritage: 8, energy: 8, letters: 6, participation: 8 }
};
/** Reading the call, viewing the house, asking, presenting. */
export const always = [
	{ text: 'Aufruf lesen und im Kreis besprechen', hours: 6 },
	{ text: 'besichtigen und Fragen stellen', hours: 5 }
] as const;
export const presenting = { text: 'sich vor der Jury vorstellen', hours: 6 } as const;

export type Hours = Partial<Record<Evidence, number>>;
export type EffortLine = { text: string; hours: number; evidence?: Evidence; isOwn: boolean };
export type Effort = { stages: { title: string; lines: EffortLine[]; hours: number }[]; hours: number; hint: string | null };

const hoursOf = (lines: readonly EffortLine[]) => lines.reduce((sum, { hours }) => sum + hours, 0);
const asked = (list: readonly { evidence: Evidence[] }[]): Evidence[] =>
	(Object.keys(evidences) as Evidence[]).filter((kind) => list.some(({ evidence }) => evidence.includes(kind)));

/** What is asked, stage by stage. What both stages ask for is written in the first. In two stages the first shows eligibility alone. */
export function effortOf({ kind, criteria, own }: { kind: Kind; criteria: Criteria; own: Hours }): Effort {
	const line = (evidence: Evidence): EffortLine => ({
		...{ text: evidences[evidence], evidence },
		...{ hours: own[evidence] ?? defaultHours[evidence], isOwn: own[evidence] !== undefined }
	});
	const fixed = (one: { text: string; hours: number }): EffortLine => ({ ...one, isOwn: false });
	const { stages, hasJury, hasCriteria } = kindRules[kind];
	const eligibility = asked(criteria.eligibility);
	const award = hasCriteria ? asked(leavesOf(criteria)).filter((kindOf) => !eligibility.includes(kindOf)) : [];
	const first = [...always.map(fixed), ...eligibility.map(line)];
	const second = [...award.map(line), ...(hasJury ? [fixed(presenting)] : [])];
	const parts =
		stages === 2
			? [
					{ title: 'Erste Stufe: Eignung', lines: first },
					{ title: 'Zweite Stufe: Konzept', lines: second }
				]
			: [{ title: 'Bewerbung', lines: [...first, ...second] }];
	const told = parts.map((part) => ({ ...part, hours: hoursOf(part.lines) }));
	return { stages: told, hours: hoursOf(told.flatMap(({ lines }) => lines)), hint: hintOf(kind, told[0]?.hours ?? 0) };
}

function hintOf(kind: Kind, first: number): string | null {
	const { stages } = kindRules[kind];
	if (stages === 2 && first > 24)
		return 'Die erste Stufe verlangt viel. Zwei Seiten genügen, um die Eignung zu sehen; alles Weitere erst von den Ausgewählten.';
	if (stages === 1 && first > 60)
		return 'Das ist mehr als eine Arbeitswoche, ehrenamtlich und ohne Aussicht. Mit zwei Stufen schreiben die meisten nur zwei Seiten.';
	return null;
}
