import { leavesOf, type Area, type Leaf } from './criteria.ts';
import type { PriceRule } from './procedure.ts';
import { weightText, whole, whyNotWeights } from './weights.ts';

/** What somebody who knows awards would say about a matrix. None of it forbids anything: `code` for tests, `why` says where it comes from. */
export type Warning = { code: string; title: string; why: string; leafId?: string };
type Matrix = { areas: readonly Area[]; priceRule: PriceRule; /** Tenths of a percent. */ priceShare: number };

/** More leaves than this are read by nobody with care on one evening. */
export const mostLeaves = 15;

const relative = [
	/\bbeste[rsmn]?\s+(angebot|konzept|bewerbung|gruppe)/i,
	/\b(das|die|der)\s+(beste|höchste|günstigste)\b/i,
	/\bhöchste[rsmn]?\s+(gebot|angebot|punktzahl)/i,
	/\bim\s+(vergleich|verhältnis)\s+(zu|mit)\s+(den\s+)?(ander|übrig|weiter)/i,
	/\bbesser\s+als\s+(die\s+)?(ander|übrig|alle)/i
];

/** Whether a scale measures against the others instead of against what is described: "das beste Konzept erhält volle Punktzahl". */
export const isRelative = (text: string): boolean => relative.some((pattern) => pattern.test(text));

function ofLeaf({ id, title, weight, levels, description, evidence, evidenceNote }: Leaf): Warning[] {
	const found: Warning[] = [];
	const about = (code: string, text: string, why: string) => found.push({ code, title: `„${title}“ ${text}`, why, leafId: id });
	if (weight * 2 >= whole)
		about(
			'decides-alone',
			`entscheidet allein (${weightText(weight)} %).`,
			'Wer hier vorn liegt, ist mit allem anderen kaum einzuholen. Teilen Sie das Kriterium, oder sagen Sie im Aufruf offen, dass es so gemeint ist.'
		);
	if (weight < 20)
		about('hardly-counts', `zählt kaum (${weightText(weight)} %).`, 'Es macht allen Arbeit und ändert das Ergebnis fast nie.');
	if (levels.length < 2)
		about(
			'no-levels',
			'hat keine beschriebenen Stufen.',
			'Ohne Worte für die Stufen meint jede Person in der Jury etwas anderes, und niemand kann das Ergebnis nachprüfen.'
		);
	if ([description, ...levels.map(({ text }) => text)].some(isRelative))
		about(
			'relative',
			'misst an den anderen statt an der Sache.',
			'„Das beste Angebot bekommt alle Punkte“ hat ein Gericht als nicht objektiv beanstandet (LG Stuttgart, 21.11.2014, 11 O 180/14, zu Konzessionen; die Übertragung ist zu klären). Beschreiben Sie, was da sein muss.'
		);
	if (!evidence.length && !evidenceNote)
		about('no-evidence', 'verlangt keinen Nachweis.', 'Woran soll die Jury es erkennen? Ein Absatz im Nutzungskonzept genügt oft.');
	return found;
}

function ofPrice({ priceRule, priceShare }: Matrix): Warning[] {
	if (priceRule !== 'weighted') return [];
	const title = `Der Preis zählt ${weightText(priceShare)} %.`;
	if (priceShare * 2 > whole)
		return [
			{
				code: 'price-outweighs',
				title,
				why: 'Damit gewinnt, wer zahlt. Empfohlen wird für das Konzept mindestens die Hälfte, besser 70 %.'
			}
		];
	if (priceShare > 300)
		return [
			{
				code: 'price-heavy',
				title,
				why: 'Empfohlen werden 70 % für das Konzept, so auch in Hamburg. Mehr Preis schwächt Gruppen mit wenig Geld.'
			}
		];
	return [];
}

/** Everything that stands out in a matrix of criteria, the sum first. */
export function warningsOf(matrix: Matrix): Warning[] {
	const leaves = leavesOf({ areas: [...matrix.areas] });
	const sum = leaves.length ? whyNotWeights(leaves.map(({ weight }) => weight)) : null;
	return [
		...(sum ? [{ code: 'sum', title: sum, why: 'Unten steht ein Vorschlag, der die Verhältnisse behält.' }] : []),
		...ofPrice(matrix),
		...(leaves.length > mostLeaves
			? [
					{
						code: 'too-many',
						title: `${leaves.length} Kriterien sind viel.`,
						why: `Bei zehn Konzepten sind das ${leaves.length * 10} Urteile je Person. Mit höchstens ${mostLeaves} wird genauer gelesen.`
					}
				]
			: []),
		...matrix.areas
			.filter((area) => !area.leaves.length)
			.map(({ title }) => ({ code: 'empty-area', title: `Der Bereich „${title}“ ist leer.`, why: 'Er zählt so nichts.' })),
		...leaves.flatMap(ofLeaf)
	];
}
