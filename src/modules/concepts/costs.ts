import { euro } from '#lib/text/german.ts';
import type { CostRow, Costs } from './concept.ts';

/** The sheet of costs: sums, and what stands out. Hints never stop anybody. */
export const costParts = {
	once: 'Was es einmalig kostet',
	funds: 'Woher das Geld dafür kommt',
	yearly: 'Was der Betrieb im Jahr kostet',
	income: 'Was im Jahr hereinkommt'
} as const;
export type CostPart = keyof typeof costParts;
export const costPartNames = Object.keys(costParts) as CostPart[];
export const costExamples: Record<CostPart, string> = {
	once: 'Umbau, Gutachten, Einrichtung, Unvorhergesehenes',
	funds: 'Eigenmittel, Darlehen, Förderung, Eigenleistung',
	yearly: 'Pacht, Zinsen und Tilgung, Energie, Versicherung, Rücklage',
	income: 'Mieten, Beiträge, Verkauf, Zuschüsse'
};
export const noCosts: Costs = { once: [], funds: [], yearly: [], income: [], note: '' };

const sum = (rows: readonly CostRow[]): number => rows.reduce((total, { cents }) => total + cents, 0);
export const sumsOf = (costs: Costs): Record<CostPart, number> => ({
	...{ once: sum(costs.once), funds: sum(costs.funds), yearly: sum(costs.yearly), income: sum(costs.income) }
});
export const euroOf = (cents: number): string => euro(cents / 100);

const names = (rows: readonly CostRow[], words: RegExp) => rows.some(({ text }) => words.test(text));
const rent = /miete|pacht|nutzungsentgelt/i;

/** What stands out, each a sentence. `areaM2`: of the house, where it is known. */
export function costHints(costs: Costs, areaM2: number | null): string[] {
	const { once, funds, yearly, income } = sumsOf(costs);
	const hints: string[] = [];
	if (funds < once) hints.push(`Zur Finanzierung der einmaligen Kosten fehlen noch ${euroOf(once - funds)}.`);
	if (funds > once && once > 0) hints.push(`Es kommen ${euroOf(funds - once)} mehr zusammen, als ausgegeben wird. Ist etwas vergessen?`);
	if (once > 0 && !names(costs.once, /unvorher|reserve|puffer|sicherheit/i))
		hints.push('Unter den einmaligen Kosten steht nichts für Unvorhergesehenes. Im Altbau sind 10 bis 20 Prozent üblich.');
	if (income < yearly) hints.push(`Im Jahr fehlen ${euroOf(yearly - income)}: Der Betrieb kostet mehr, als hereinkommt.`);
	if (yearly > 0 && !names(costs.yearly, /rücklage|instandhalt|reparatur/i))
		hints.push('Unter den jährlichen Kosten steht keine Rücklage für Instandhaltung.');
	if (yearly > 0 && names(costs.funds, /darlehen|kredit|bank/i) && !names(costs.yearly, /zins|tilgung|darlehen|kredit|annuität/i))
		hints.push('Ein Darlehen ist eingeplant, aber im Jahr stehen weder Zinsen noch Tilgung.');
	const rents = sum(costs.income.filter(({ text }) => rent.test(text)));
	if (rents > 0 && areaM2)
		hints.push(
			`Die Mieteinnahmen sind ${euroOf(Math.round(rents / 12 / areaM2))} je m² und Monat, auf ${Math.round(areaM2)} m² gerechnet.`
		);
	return hints;
}
