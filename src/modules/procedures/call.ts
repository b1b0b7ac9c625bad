import type { Block } from '#lib/server/pdf/blocks.ts';
import * as words from '#modules/properties/vocabulary.ts';
import { areaText, houseFacts, said, type CallHouse, type CallUnit } from './call-house.ts';
import { evidenceText, leavesOf, type Area, type Criteria, type Eligibility } from './criteria.ts';
import type { Effort } from './effort.ts';
import { fileKinds } from './forms.ts';
import { opennessOf, type Openness } from './frozen.ts';
import { grantFacts, type Grant } from './grant.ts';
import type { NamedPartner } from './partner.ts';
import { priceLines } from './price.ts';
import * as terms from './procedure.ts';
import { jurorKinds, type JurorKind, type Member } from './roles.ts';
import { milestonesOf, ruleOf, whenText, type Timeline } from './timeline.ts';
import { weightText } from './weights.ts';

/** The exposé of a house and the call, as one paper: the same blocks for the page and for the PDF. Names of people and of owners never stand in it. */

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
	isBlind: boolean;
	openness: Openness;
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
	/** The group of a direct match. */
	partner?: NamedPartner | null;
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
		...facts(houseFacts(house, town)),
		...rooms
	];
}

function termBlocks({ procedure, grant }: Call): Block[] {
	if (grant) return [heading('Was gilt'), ...facts(grantFacts(grant, procedure)), ...paragraphs(procedure.terms)];
	const { transfer, termYears, terms: more } = procedure;
	const form = `${terms.transfers[transfer]}${termYears === null ? '' : termYears === 1 ? ', ein Jahr' : `, ${termYears} Jahre`}`;
	return [heading('Wie das Haus vergeben wird'), ...facts([['Form', form]]), ...priceLines(procedure).map(text), ...paragraphs(more)];
}

/** How conditions are read: where points are given elsewhere, that they give none. */
export const conditionText = (kind: terms.Kind): string =>
	terms.kindRules[kind].hasCriteria
		? 'Diese Bedingungen sind erfüllt oder nicht. Sie geben keine Punkte.'
		: 'Diese Bedingungen sind erfüllt oder nicht. Gewertet wird nichts.';

/** How long a group will sit at it, and that more is not better. */
export const effortText = (kind: terms.Kind, hours: number): string =>
	`Geschätzter Aufwand für eine Gruppe: rund ${Math.round(hours)} Stunden. ${
		terms.kindRules[kind].hasCriteria ? 'Mehr als das Verlangte bringt keine Punkte.' : 'Mehr als das Verlangte braucht es nicht.'
	}`;

const conditionBlocks = (list: readonly Eligibility[], kind: terms.Kind): Block[] =>
	list.length
		? [
				heading('Was da sein muss'),
				text(conditionText(kind)),
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

/** How many votes the jury has and where they come from; null without a jury. */
export function juryText(members: Call['members']): string | null {
	const votes = members.filter(({ role, hasVote }) => role === 'juror' && hasVote);
	const count = (kind: JurorKind) => votes.filter(({ jurorKind }) => jurorKind === kind).length;
	const seats = (Object.keys(jurorKinds) as JurorKind[]).filter(count).map((kind) => `${jurorKinds[kind]}: ${count(kind)}`);
	return votes.length ? `${votes.length === 1 ? 'eine Stimme' : `${votes.length} Stimmen`} (${seats.join(', ')})` : null;
}

function deciderBlocks({ procedure, members }: Call): Block[] {
	const jury = juryText(members);
	return [
		heading('Wer entscheidet'),
		...facts([
			['Entscheidung', terms.decidingBodies[procedure.decidingBody]],
			['Jury', jury],
			['Erste Lesung', jury && procedure.isBlind ? 'ohne die Namen der Gruppen' : null],
			['Vom Ergebnis lesen alle', terms.isDirect(procedure.kind) ? null : opennessOf(procedure.kind)[procedure.openness]]
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
		text(effortText(procedure.kind, effort.hours))
	];
}

/** What everybody else can do while the intention is public. */
export const sayText = (until: string | null): string =>
	`${until ? `Bis ${until} könnt Ihr` : 'Ihr könnt'} auf der Seite des Verfahrens fragen, sagen, was dagegen spricht, oder dass Ihr das Haus selbst möchtet. Jede Antwort lesen alle. Entschieden wird erst danach; bis dahin kann die Kommune sich noch für ein Verfahren entscheiden, das allen offensteht.`;

/** To whom, and why without a competition. */
function partnerBlocks({ partner, procedure }: Call): Block[] {
	if (!partner) return [];
	const { notice_until: until } = procedure.timeline;
	return [
		heading('An wen das Haus gehen soll'),
		...facts([['Gruppe', partner.name]]),
		heading('Warum ohne Wettbewerb', 3),
		...paragraphs(partner.reasons),
		heading('Was Ihr tun könnt', 3),
		text(sayText(until ? whenText(until) : null))
	];
}

/** The paper, from top to bottom. */
export function callBlocks(call: Call): Block[] {
	const { procedure, files } = call;
	return [
		...(procedure.goal ? [heading('Worum es geht'), ...paragraphs(procedure.goal)] : []),
		...partnerBlocks(call),
		...houseBlocks(call),
		...termBlocks(call),
		...dateBlocks(call),
		...effortBlocks(call),
		...conditionBlocks(call.criteria.eligibility, procedure.kind),
		...criteriaBlocks(call),
		...deciderBlocks(call),
		...(procedure.handIn && !terms.isDirect(procedure.kind) ? [heading('So bewerbt Ihr Euch'), ...paragraphs(procedure.handIn)] : []),
		...(files.length
			? [heading('Anlagen'), { kind: 'list' as const, items: files.map(({ kind, title }) => `${fileKinds[kind]}: ${title}`) }]
			: [])
	];
}

export const callLead = ({ procedure, town }: Pick<Call, 'procedure' | 'town'>): string => `${terms.kinds[procedure.kind]}, ${town}`;
