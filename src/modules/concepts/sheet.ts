import { evidenceText, type Evidence } from '#modules/procedures/criteria.ts';
import type { Frozen } from '#modules/procedures/frozen.ts';
import { kindRules, type PriceUnit } from '#modules/procedures/procedure.ts';

/** The form of a concept: made of what the call froze, of this round. */
export type SheetField = {
	/** The id of the leaf or condition, or `sketch`. */
	key: string;
	part: 'condition' | 'sketch' | 'leaf';
	title: string;
	/** What it asks, in the words of the call. */
	description: string;
	/** The levels by which it is weighed, the best first. */
	levels: string[];
	/** The papers that it asks for. */
	evidence: string;
	wantsFile: boolean;
	mostWords: number;
};
export type Sheet = {
	fields: SheetField[];
	needsCosts: boolean;
	/** The unit of the offer in the second envelope; null where there is none. */
	offerUnit: PriceUnit | null;
	/** Suitability first: a sketch instead of an answer to each criterion. */
	isFirstStage: boolean;
};

const onCosts: readonly Evidence[] = ['costs', 'rent_sheet'];
/** What a text in the form answers by itself; everything else is a paper of its own. */
const written: readonly Evidence[] = ['group', 'legal_form', 'use_concept', 'sketch', 'costs', 'rent_sheet', 'schedule', 'operation'];

const mostWords = { condition: 300, sketch: 1000, leaf: 600 } as const;
export const summaryWords = 150;

type Asking = { id: string; title: string; description: string; evidence: Evidence[]; evidenceNote: string };
const fieldOf = (part: 'condition' | 'leaf', { id, title, description, evidence, evidenceNote }: Asking): SheetField => ({
	...{ key: id, part, title, description, levels: [], evidence: evidenceText({ evidence, evidenceNote }) },
	...{ wantsFile: evidence.some((one) => !written.includes(one)) || evidenceNote !== '', mostWords: mostWords[part] }
});

const sketch: SheetField = {
	...{ key: 'sketch', part: 'sketch', title: 'Eure Idee', levels: [], evidence: '', wantsFile: false, mostWords: mostWords.sketch },
	description: 'Was habt Ihr mit dem Haus vor, für wen, und wie trägt es sich? Höchstens zwei Seiten.'
};

/** The form of a round: in the first of two stages, and where nothing is weighed, conditions and a sketch; otherwise an answer to each criterion. */
export function sheetOf(frozen: Frozen, round: number): Sheet {
	const { hasCriteria, stages } = kindRules[frozen.kind];
	const isFirstStage = stages === 2 && round === 1;
	const leaves = hasCriteria && !isFirstStage ? frozen.areas.flatMap((area) => area.leaves) : [];
	const asked = isFirstStage ? frozen.eligibility : [...frozen.eligibility, ...leaves];
	return {
		fields: [
			...frozen.eligibility.map((one) => fieldOf('condition', one)),
			...(leaves.length ? [] : [sketch]),
			...leaves.map((leaf) => ({ ...fieldOf('leaf', leaf), levels: leaf.levels.map(({ text }) => text).reverse() }))
		],
		needsCosts: !isFirstStage && asked.some(({ evidence }) => evidence.some((one) => onCosts.includes(one))),
		offerUnit: frozen.priceRule === 'weighted' && round === stages ? frozen.priceUnit : null,
		isFirstStage
	};
}

export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’.-]|,(?=\p{N}))*/gu)?.length ?? 0;

/** "412 von höchstens 600 Wörtern" */
export const wordCount = (text: string, most: number): string => `${wordsIn(text)} von höchstens ${most} Wörtern`;
