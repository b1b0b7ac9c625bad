/** Criteria: eligibility is met or not; areas hold leaves, and leaves carry the weights. */

/** A described level of an absolute scale; `points` 0 to 10, whole. */
export type Level = { points: number; text: string };
export const mostPoints = 10;
export const mostLevels = 6;

export type Leaf = {
	id: string;
	areaId: string;
	title: string;
	description: string;
	/** Tenths of a percent. */
	weight: number;
	/** Ascending by points. */
	levels: Level[];
	evidence: Evidence[];
	evidenceNote: string;
	version: number;
};
export type Area = { id: string; title: string; description: string; version: number; leaves: Leaf[] };
export type Eligibility = { id: string; title: string; description: string; evidence: Evidence[]; evidenceNote: string; version: number };
export type Criteria = { areas: Area[]; eligibility: Eligibility[] };

export const leavesOf = ({ areas }: Pick<Criteria, 'areas'>): Leaf[] => areas.flatMap(({ leaves }) => leaves);

/** The most points a leaf gives; without described levels ten are assumed, so that it can be tried. */
export const topOf = ({ levels }: Pick<Leaf, 'levels'>): number => Math.max(0, ...levels.map(({ points }) => points)) || mostPoints;

/** Papers that a call asks for. What is asked twice is written once. */
export const evidences = {
	sketch: 'Skizze auf zwei Seiten',
	group: 'Vorstellung der Gruppe',
	references: 'Referenzen',
	legal_form: 'Rechtsform oder Gründungsabsicht',
	use_concept: 'Nutzungskonzept',
	operation: 'Betriebskonzept',
	costs: 'Kosten- und Finanzierungsplan',
	rent_sheet: 'Mietkalkulation',
	bank_letter: 'Schreiben einer Bank oder Förderstelle',
	schedule: 'Zeitplan',
	building: 'Bau- und Sanierungskonzept',
	drawings: 'Pläne und Skizzen',
	heritage: 'Aussagen zum Denkmal',
	energy: 'Energiekonzept',
	letters: 'Absichtserklärungen von Partner:innen',
	participation: 'Beteiligung der Nachbarschaft'
} as const;
export type Evidence = keyof typeof evidences;

export const evidenceText = ({ evidence, evidenceNote }: Pick<Leaf, 'evidence' | 'evidenceNote'>): string =>
	[...evidence.map((kind) => evidences[kind]), ...(evidenceNote ? [evidenceNote] : [])].join(', ');
