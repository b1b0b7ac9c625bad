import { z } from 'zod';
import { evidences, mostLevels, mostPoints, type Criteria, type Evidence } from './criteria.ts';
import { whole } from './weights.ts';

/**
 * Criteria as a file that travels between towns: JSON, format and version named. Weights are percent with at most one decimal.
 * Ids, versions and everything about the house stay at home.
 */
export const setFormat = 'gestaltungsraum-kriterien';
export const setVersion = 1;

const title = z.string().trim().min(1, 'Ein Titel ist leer.').max(160, 'Ein Titel hat mehr als 160 Zeichen.');
const text = (max: number) => z.string().trim().max(max, `Ein Text hat mehr als ${max} Zeichen.`).default('');
const evidence = z
	.array(z.enum(Object.keys(evidences) as [Evidence, ...Evidence[]], { error: 'Ein Nachweis ist unbekannt.' }))
	.max(20, 'Zu viele Nachweise an einer Stelle.')
	.transform((all) => [...new Set(all)])
	.default([]);
const level = z.object({
	points: z.int('Punkte sind ganze Zahlen.').min(0, 'Punkte beginnen bei 0.').max(mostPoints, `Punkte gehen bis ${mostPoints}.`),
	text: z.string().trim().min(1, 'Eine Stufe ist nicht beschrieben.').max(400, 'Eine Stufe hat mehr als 400 Zeichen.')
});
const levels = z
	.array(level)
	.max(mostLevels, `Mehr als ${mostLevels} Stufen liest niemand.`)
	.transform((all) => [...all].sort((a, b) => a.points - b.points))
	.refine((all) => new Set(all.map(({ points }) => points)).size === all.length, 'Zwei Stufen haben gleich viele Punkte.')
	.default([]);
const isTenth = (percent: number) => Math.abs(percent * 10 - Math.round(percent * 10)) < 1e-9;
const weight = z
	.number({ error: 'Ein Gewicht ist keine Zahl.' })
	.min(0, 'Ein Gewicht ist kleiner als 0.')
	.max(100, 'Ein Gewicht ist größer als 100.')
	.refine(isTenth, 'Ein Gewicht hat mehr als eine Stelle nach dem Komma.')
	.transform((percent) => Math.round(percent * 10));

const leaf = z.object({ title, description: text(2000), weight, levels, evidence, evidenceNote: text(300) });
const area = z.object({
	title,
	description: text(2000),
	criteria: z.array(leaf).max(40, 'Ein Bereich hat mehr als 40 Kriterien.').default([])
});
const eligibility = z.object({ title, description: text(2000), evidence, evidenceNote: text(300) });

export const criteriaSet = z.object({
	format: z.literal(setFormat, { error: 'Das ist keine Datei mit Kriterien von hier.' }),
	version: z.literal(setVersion, { error: `Diese Fassung ist unbekannt. Gelesen wird Fassung ${setVersion}.` }),
	title,
	source: text(500),
	eligibility: z.array(eligibility).max(30, 'Mehr als 30 Bedingungen liest niemand.').default([]),
	areas: z.array(area).max(15, 'Mehr als 15 Bereiche liest niemand.')
});
/** Weights in tenths of a percent. */
export type CriteriaSet = z.output<typeof criteriaSet>;
/** As it stands in the file: weights in percent. */
export type CriteriaFile = z.input<typeof criteriaSet>;

export const mostSetBytes = 300_000;

/** What JSON can say and the database cannot keep. */
const clean = (_: string, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value);

/** The set in a file, or a sentence that says what is wrong with it. */
export function readCriteriaSet(json: string): { set: CriteriaSet } | { message: string } {
	if (json.length > mostSetBytes) return { message: 'Diese Datei ist zu groß für Kriterien.' };
	let raw: unknown;
	try {
		raw = JSON.parse(json.replace(/^\uFEFF/, ''), clean);
	} catch {
		return { message: 'Diese Datei ist kein JSON. Bitte eine Datei wählen, die hier oder in einer anderen Kommune gesichert wurde.' };
	}
	const parsed = criteriaSet.safeParse(raw);
	if (parsed.success) return { set: parsed.data };
	const [issue] = parsed.error.issues;
	const said =
		issue && /^(Invalid|Unrecognized|Too|Expected)/.test(issue.message) ? 'Etwas fehlt oder hat die falsche Form.' : issue?.message;
	const where = issue?.path.length
		? ` (bei „${issue.path.map((part) => (typeof part === 'number' ? part + 1 : String(part))).join(' › ')}“)`
		: '';
	return { message: `${said}${where}` };
}

/** The criteria of a procedure as such a file. */
export const toCriteriaFile = ({ areas, eligibility }: Criteria, { title, source }: { title: string; source: string }): CriteriaFile => ({
	...{ format: setFormat, version: setVersion, title, source },
	eligibility: eligibility.map(({ title, description, evidence, evidenceNote }) => ({ title, description, evidence, evidenceNote })),
	areas: areas.map(({ title, description, leaves }) => ({
		...{ title, description },
		criteria: leaves.map(({ title, description, weight, levels, evidence, evidenceNote }) => ({
			...{ title, description, weight: weight / 10, levels, evidence, evidenceNote }
		}))
	}))
});

export const sumOfSet = ({ areas }: CriteriaSet): number =>
	areas.flatMap(({ criteria }) => criteria).reduce((sum, { weight }) => sum + weight, 0);
export const isWholeSet = (set: CriteriaSet): boolean => sumOfSet(set) === whole;
