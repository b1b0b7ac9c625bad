import type { Block } from '#lib/server/pdf/blocks.ts';
import { squareMetres } from '#lib/text/german.ts';
import { addressLine, type Address } from '#modules/properties/address.ts';
import * as words from '#modules/properties/vocabulary.ts';
import { evidenceText, leavesOf, type Area, type Criteria, type Eligibility } from './criteria.ts';
import type { Effort } from './effort.ts';
import { fileKinds } from './forms.ts';
import { grantFacts, type Grant } from './grant.ts';
import { priceLines } from './price.ts';
import * as terms from './procedure.ts';
import { jurorKinds, type JurorKind, type Member } from './roles.ts';
import { milestonesOf, ruleOf, whenText, type Timeline } from './timeline.ts';
import { weightText } from './weights.ts';

/** The exposé of a house and the call, as one paper: the same blocks for the page and for the PDF. Names of people and of owners never stand in it. */

export type CallHouse = Address & {
	title: string;
	summary: string | null;
	story: string | null;
	publicPrecision: words.Precision;
	propertyType: words.PropertyType;
	constructionYear: number | null;
	usableAreaM2: number | null;
	plotAreaM2: number | null;
	condition: words.Condition;
	heritage: words.Heritage;
	accessibility: words.Accessibility;
	usesWanted: words.Use[];
	usesExcluded: words.Use[];
	isMunicipal: boolean;
	/** Private, and its owner awards it themselves. */
	isOwnerRun?: boolean;
};
export type CallUnit = { label: string; floor: words.Floor; areaMinM2: number | null; areaMaxM2: number | null };
export type CallProcedure = {
	title: string;
	kind: terms.Kind;
	transfer: terms.Transfer;
	goal: string;
	terms: string;
	handIn: string;
	priceRule: terms.PriceRule;
	priceCents: number | null;
	priceUnit: terms.PriceUnit;
	priceShare: number;
	priceFullCents: number | null;
	termYears: number | null;
	decidingBody: terms.DecidingBody;
	tieRule: terms.TieRule;
	timeline: Timeline;
};
export type CallFile = { kind: keyof typeof fileKinds; title: string };
export type Call = {
	procedure: CallProcedure;
	house: CallHouse;
	town: string;
	units: readonly CallUnit[];
	criteria: Criteria;
	/** The terms of a room grant. */
	grant?: Grant | null;
	members: readonly Pick<Member, 'role' | 'jurorKind' | 'hasVote'>[];
	files: readonly CallFile[];
	effort: Effort;
};

const text = (value: string): Block => ({ kind: 'text', text: value });
const heading = (value: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', text: value, level });
const facts = (items: [string, string | null][]): Block[] => {
	const known = items.filter((item): item is [string, string] => Boolean(item[1]));
	return known.length ? [{ kind: 'facts', items: known }] : [];
};
const paragraphs = (value: string): Block[] =>
	value
		.split(/\n\s*\n/)
		.map((part) => part.trim())
		.filter(Boolean)
		.map(text);
const said = <K extends string>(vocabulary: Record<K, string>, key: K): string | null => (key === 'unknown' ? null : vocabulary[key]);
const usesText = (uses: readonly words.Use[]) => uses.map((use) => words.uses[use]).join(', ') || null;

/** The place as exactly as the public may know it. */
function whereText({ publicPrecision, ...house }: CallHouse, town: string): string {
	if (publicPrecision === 'exact') return addressLine(house) || town;
	if (publicPrecision === 'street') return addressLine({ ...house, houseNumber: null }) || town;
	return publicPrecision === 'district' && house.district && house.district !== town ? `${town}, Ortsteil ${house.district}` : town;
}

const areaText = ({ areaMinM2, areaMaxM2 }: CallUnit): string => {
	const [from, to] = [areaMinM2 ?? areaMaxM2, areaMaxM2 ?? areaMinM2];
	if (from === null || to === null) return 'noch nicht gemessen';
	return from === to ? squareMetres(from) : `${squareMetres(from)} bis ${squareMetres(to)}`;
};

const ownerText = ({ isMunicipal, isOwnerRun }: CallHouse, town: string): string => {
	if (isMunicipal) return `der Kommune ${town}`;
	return isOwnerRun
		? `privat; wem es gehört, vergibt es selbst, und die Kommune ${town} hilft dabei`
		: `privat; die Kommune ${town} bereitet das Verfahren im Auftrag vor`;
};

function houseBlocks({ house, town, units }: Call): Block[] {
	const rooms: Block[] = units.length
		? [
				heading('Um diese Räume geht es', 3),
				{
					kind: 'table',
					columns: [{ title: 'Raum', share: 2 }, { title: 'Geschoss' }, { title: 'Fläche', align: 'right' }],
					rows: units.map((unit) => [unit.label, said(words.floors, unit.floor) ?? 'noch offen', areaText(unit)])
				}
			]
		: [];
	return [
		heading('Das Haus'),
		...(house.summary ? [text(house.summary)] : []),
		...paragraphs(house.story ?? ''),
		...facts([
			['Lage', whereText(house, town)],
			['Art', said(words.propertyTypes, house.propertyType)],
			['Baujahr', house.constructionYear === null ? null : String(house.constructionYear)],
			['Nutzbare Fläche', house.usableAreaM2 === null ? null : squareMetres(house.usableAreaM2)],
			['Grundstück', house.plotAreaM2 === null ? null : squareMetres(house.plotAreaM2)],
			['Zustand', said(words.conditions, house.condition)],
			['Denkmal', said(words.heritages, house.heritage)],
			['Barrierefreiheit', said(words.accessibilities, house.accessibility)],
			['Gewünscht', usesText(house.usesWanted)],
			['Nicht möglich', usesText(house.usesExcluded)],
			['Wem es gehört', ownerText(house, town)]
		]),
		...rooms
	];
}

function termBlocks({ procedure, grant }: Call): Block[] {
	if (grant) return [heading('Was gilt'), ...facts(grantFacts(grant, procedure)), ...paragraphs(procedure.terms)];
	const { transfer, termYears, terms: more } = procedure;
	const form = `${terms.transfers[transfer]}${termYears === null ? '' : termYears === 1 ? ', ein Jahr' : `, ${termYears} Jahre`}`;
	return [heading('Wie das Haus vergeben wird'), ...facts([['Form', form]]), ...priceLines(procedure).map(text), ...paragraphs(more)];
}

const conditionBlocks = (list: readonly Eligibility[]): Block[] =>
	list.length
		? [
				heading('Was da sein muss'),
				text('Diese Bedingungen sind erfüllt oder nicht. Sie geben keine Punkte.'),
				{
					kind: 'table',
					columns: [
						{ title: 'Bedingung', share: 3 },
						{ title: 'Nachweis', share: 2 }
					],
					rows: list.map((one) => [[one.title, one.description].filter(Boolean).join(': '), evidenceText(one) || 'eine Erklärung genügt'])
				}
			]
		: [];

function areaBlocks(area: Area): Block[] {
	return [
		heading(area.title, 3),
		...paragraphs(area.description),
		...area.leaves.flatMap((leaf): Block[] => [
			...facts([
				['Kriterium', `${leaf.title} (${weightText(leaf.weight)} %)`],
				['Gefragt ist', leaf.description],
				['Nachweis', evidenceText(leaf)]
			]),
			...(leaf.levels.length
				? [
						{
							kind: 'table' as const,
							columns: [
								{ title: 'Punkte', align: 'right' as const },
								{ title: `Stufen zu „${leaf.title}“`, share: 1 }
							],
							rows: leaf.levels.map(({ points, text }) => [String(points), text])
						}
					]
				: [])
		])
	];
}

function criteriaBlocks({ procedure, criteria }: Call): Block[] {
	const leaves = leavesOf(criteria);
	if (!terms.kindRules[procedure.kind].hasCriteria || !leaves.length) return [];
	return [
		heading('Wonach gewertet wird'),
		text('Jedes Kriterium wird an beschriebenen Stufen gemessen, nie an den anderen Bewerbungen. Alle Gewichte zusammen ergeben 100.'),
		{
			kind: 'table',
			columns: [
				{ title: 'Bereich', share: 2 },
				{ title: 'Kriterium', share: 3 },
				{ title: 'Gewicht', align: 'right' }
			],
			rows: criteria.areas.flatMap(({ title, leaves }) => leaves.map((leaf) => [title, leaf.title, `${weightText(leaf.weight)} %`]))
		},
		text(`Bei gleicher Punktzahl: ${terms.tieRules[procedure.tieRule].replace(/^Wer/, 'wer').replace(/^Das/, 'das')}.`),
		...criteria.areas.filter((area) => area.leaves.length).flatMap(areaBlocks)
	];
}

function deciderBlocks({ procedure, members }: Call): Block[] {
	const votes = members.filter(({ role, hasVote }) => role === 'juror' && hasVote);
	const count = (kind: JurorKind) => votes.filter(({ jurorKind }) => jurorKind === kind).length;
	const seats = (Object.keys(jurorKinds) as JurorKind[]).filter(count).map((kind) => `${jurorKinds[kind]}: ${count(kind)}`);
	return [
		heading('Wer entscheidet'),
		...facts([
			['Entscheidung', terms.decidingBodies[procedure.decidingBody]],
			['Jury', votes.length ? `${votes.length === 1 ? 'eine Stimme' : `${votes.length} Stimmen`} (${seats.join(', ')})` : null]
		])
	];
}

function dateBlocks({ procedure: { kind, timeline } }: Call): Block[] {
	const rows = milestonesOf(kind).flatMap((name) => (timeline[name] ? [[ruleOf(name).text, whenText(timeline[name])]] : []));
	return rows.length
		? [
				heading('Zeitplan'),
				{
					kind: 'table',
					columns: [
						{ title: 'Was', share: 1 },
						{ title: 'Wann', share: 1 }
					],
					rows
				},
				text('Es gilt die Uhrzeit in Deutschland.')
			]
		: [];
}

function effortBlocks({ effort, procedure }: Call): Block[] {
	const papers = effort.stages.map((stage) => ({ ...stage, papers: stage.lines.filter(({ evidence }) => evidence) }));
	if (!papers.some((stage) => stage.papers.length)) return [];
	return [
		heading('Was abzugeben ist'),
		...(terms.kindRules[procedure.kind].stages === 2
			? [text('Für die erste Stufe genügen zwei Seiten. Alles Weitere schreiben nur die Ausgewählten.')]
			: []),
		...papers
			.filter((stage) => stage.papers.length)
			.flatMap((stage): Block[] => [heading(stage.title, 3), { kind: 'list', items: stage.papers.map((line) => line.text) }]),
		text(`Geschätzter Aufwand für eine Gruppe: rund ${Math.round(effort.hours)} Stunden. Mehr als das Verlangte bringt keine Punkte.`)
	];
}

/** The paper, from top to bottom. */
export function callBlocks(call: Call): Block[] {
	const { procedure, files } = call;
	return [
		...(procedure.goal ? [heading('Worum es geht'), ...paragraphs(procedure.goal)] : []),
		...houseBlocks(call),
		...termBlocks(call),
		...dateBlocks(call),
		...effortBlocks(call),
		...conditionBlocks(call.criteria.eligibility),
		...criteriaBlocks(call),
		...deciderBlocks(call),
		...(procedure.handIn ? [heading('So bewerbt Ihr Euch'), ...paragraphs(procedure.handIn)] : []),
		...(files.length
			? [heading('Anlagen'), { kind: 'list' as const, items: files.map(({ kind, title }) => `${fileKinds[kind]}: ${title}`) }]
			: [])
	];
}

export const callLead = ({ procedure, town }: Pick<Call, 'procedure' | 'town'>): string => `${terms.kinds[procedure.kind]}, ${town}`;
