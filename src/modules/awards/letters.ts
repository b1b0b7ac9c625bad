import type { Block, Letter } from '#lib/server/pdf/blocks.ts';
import { dayOf } from '#lib/calendar.ts';
import { euro, germanDay } from '#lib/text/german.ts';
import type { Openness } from '#modules/procedures/frozen.ts';
import { isDirect, kinds, type Kind } from '#modules/procedures/procedure.ts';
import { pointsText } from '#modules/procedures/score.ts';
import { germanEnd, standstill, type NextStep, type Outcome } from './award.ts';
import type { Item } from './evaluation.ts';

/** What each group hears: its own points and reasons, and what it can do. Nothing of the others beyond what the call promised to everybody. */

export type LetterFacts = {
	procedure: { title: string; number: number; slug: string | null; kind: Kind };
	town: string;
	/** Who leads, to ask. */
	lead: { name: string; email: string | null } | null;
	/** The words in which it decided; null where nobody got it. */
	decision: { body: string; decidedOn: string; reasons: string; deviation: string } | null;
	/** How it goes on after an expression of interest. */
	next: NextStep | null;
	/** Why nobody got it. */
	noneBecause: string | null;
	openness: Openness;
	/** Who gets it, as the call promised to name them. */
	winner: string | null;
	sentAt: Date;
	standstillUntil: Date | null;
	concept: { number: number | null; title: string; applicant: string; contact: string; email: string };
	outcome: Outcome;
	rank: number | null;
	/** How many were ranked. */
	among: number;
	points: number | null;
	/** What was offered in the second envelope, in cents; null where the price is not weighed. */
	offerCents: number | null;
	items: readonly Item[];
	parts: Readonly<Record<string, number>>;
	reason: string;
	/** It follows an earlier decision. */
	isAnew: boolean;
};

const accent = '#8d3b24';
const text = (value: string): Block => ({ kind: 'text', text: value });
const heading = (value: string): Block => ({ kind: 'heading', text: value });

const subjects: Record<Outcome, string> = {
	awarded: 'Ihr bekommt den Zuschlag',
	reserve: 'Ihr steht auf der Nachrückliste',
	not_awarded: 'Diesmal hat es nicht gereicht',
	excluded: 'Euer Konzept konnte nicht gewertet werden',
	invited: 'Es geht weiter'
};
/** After an expression of interest nothing was awarded to anybody. */
const interestSubjects: Partial<Record<Outcome, string>> = {
	not_awarded: 'Es geht mit einer anderen Gruppe weiter',
	excluded: 'Eure Bewerbung passte nicht zu den Bedingungen'
};

/** The same for an expression of interest: nobody got anything yet, and somebody goes on. */
function goesOn({ outcome, next, winner, concept, decision }: LetterFacts): string[] {
	const by = decision ? `${decision.body} hat am ${germanDay(decision.decidedOn)} entschieden, wie es weitergeht.` : '';
	const title = `„${concept.title}“`;
	if (outcome === 'excluded') return [by, `${title} konnten wir dabei nicht berücksichtigen.`];
	if (next === 'procedure')
		return [
			by,
			`Es gibt ein Konzeptverfahren, das allen offensteht. Mit ${title} könnt Ihr dort mitmachen; sobald der Aufruf da ist, hört Ihr davon.`
		];
	return outcome === 'invited'
		? [
				by,
				`Mit Euch soll es weitergehen: Die Kommune bereitet vor, das Haus direkt an Euch zu geben. Zugesagt ist damit noch nichts. Die Absicht wird veröffentlicht, und alle können etwas dazu sagen.`
			]
		: [by, `Mit ${title} geht es hier nicht weiter.${winner ? ` Vorbereitet wird eine direkte Vermittlung an: ${winner}.` : ''}`];
}

function opening(facts: LetterFacts): string[] {
	const { outcome, winner, decision, noneBecause, concept } = facts;
	if (noneBecause !== null)
		return [
			`das Verfahren ist aufgehoben: Niemand bekommt den Zuschlag. Der Grund: ${noneBecause}`,
			`Danke für Euer Konzept „${concept.title}“ und die Arbeit darin.`
		];
	if (facts.next) return goesOn(facts);
	const by = decision ? `${decision.body} hat am ${germanDay(decision.decidedOn)} entschieden.` : '';
	const words: Record<Outcome, string> = {
		awarded: `Ihr bekommt den Zuschlag für „${concept.title}“. Herzlichen Glückwunsch.`,
		reserve: `„${concept.title}“ bekommt den Zuschlag nicht, steht aber auf der Nachrückliste. Wird das Haus wieder frei, melden wir uns zuerst bei Euch.`,
		not_awarded: `„${concept.title}“ bekommt den Zuschlag nicht.`,
		excluded: `„${concept.title}“ konnte nicht gewertet werden.`,
		invited: `Mit „${concept.title}“ geht es weiter.`
	};
	return [`${by} ${words[outcome]}`.trim(), ...(winner && outcome !== 'awarded' ? [`Den Zuschlag bekommt: ${winner}.`] : [])];
}

function placeLines({ openness, rank, among, points, outcome, offerCents }: LetterFacts): string[] {
	if (outcome === 'excluded' || points === null) return [];
	const of = `${pointsText(points)} von 100 Punkten`;
	const place = openness === 'winner' || rank === null ? `Ihr habt ${of}.` : `Ihr habt ${of} und damit Platz ${rank} von ${among}.`;
	return [
		place,
		...(offerCents === null ? [] : [`Euer Angebot im zweiten Umschlag: ${euro(offerCents / 100)}. Es zählt nach der Regel im Aufruf.`])
	];
}

function scoreTable({ items, parts, points, outcome }: LetterFacts): Block[] {
	if (outcome === 'excluded' || points === null || !items.length) return [];
	return [
		heading('Eure Punkte'),
		{
			kind: 'table',
			columns: [
				{ title: 'Kriterium', share: 1 },
				{ title: 'höchstens', align: 'right' },
				{ title: 'Eure Punkte', align: 'right' }
			],
			rows: items.map(({ id, title, most }) => [title, pointsText(most), pointsText(parts[id] ?? 0)]),
			sums: [['Zusammen, von 100', pointsText(points)]]
		}
	];
}

function afterwards({ outcome, standstillUntil, noneBecause, next, procedure, lead }: LetterFacts): Block[] {
	const ask = lead ? `${lead.name}${lead.email ? ` (${lead.email})` : ''}` : 'das Rathaus';
	const again: Block = text(
		'Euer Konzept bleibt Eures. In Eurem Konto könnt Ihr daraus mit einem Klick ein Raumgesuch machen. Dann melden sich andere Häuser, zu denen es passt.'
	);
	if (next) {
		const isIn = outcome === 'invited';
		return [
			heading('Wie es weitergeht'),
			text(isIn ? `${ask} meldet sich bei Euch. Was Ihr geschrieben habt, bleibt Eures.` : `Fragen beantwortet ${ask}.`),
			...(isIn ? [] : [again])
		];
	}
	if (noneBecause !== null || !standstillUntil)
		return [
			heading('Wie es weitergeht'),
			text(`Wenn Ihr Fragen habt: ${ask} antwortet gern. Ob es ein neues Verfahren gibt, erfahrt Ihr auf der Seite des Verfahrens.`),
			again
		];
	const until = germanEnd(standstillUntil);
	return [
		heading(isDirect(procedure.kind) ? 'Wenn etwas daran nicht stimmt' : 'Wenn Ihr damit nicht einverstanden seid'),
		text(
			`Bis zum ${until} könnt Ihr einen Einwand erheben: auf der Seite Eures Ergebnisses im Konto, oder schriftlich beim Rathaus. Schreibt, was aus Eurer Sicht falsch war. Jeder Einwand wird mit Begründung beantwortet. Bis dahin, und mindestens ${standstill.afterAnswer} Tage danach, wird nichts unterschrieben.`
		),
		heading('Wie es weitergeht'),
		text(
			outcome === 'awarded'
				? `Vor dem ${until} wird nichts vereinbart. Danach meldet sich ${ask} wegen der Anhandgabe.`
				: `Fragen beantwortet ${ask}. Das Verfahren hat die Nummer ${procedure.number}.`
		),
		...(outcome === 'awarded' ? [] : [again])
	];
}

/** The letter to one group, for a window envelope, its page and its PDF. */
export function resultLetter(facts: LetterFacts): Letter {
	const { concept, decision, town, sentAt, procedure, reason, lead } = facts;
	const day = dayOf(sentAt);
	const said = (facts.next && interestSubjects[facts.outcome]) ?? subjects[facts.outcome];
	const title = facts.noneBecause === null ? said : 'Das Verfahren ist aufgehoben';
	const recipient = [
		concept.applicant,
		...(concept.contact && concept.contact !== concept.applicant ? [concept.contact] : []),
		concept.email
	].filter(Boolean);
	const number: [string, string][] = concept.number === null ? [] : [['Konzept', `Nr. ${concept.number}`]];
	return {
		...{ title: `${title}: ${procedure.title}`, date: day, sender: { name: town, tagline: kinds[procedure.kind] }, accent },
		...{ returnLine: town, recipient, subject: `${title}: ${procedure.title}` },
		info: [
			['Datum', germanDay(day)],
			['Verfahren', String(procedure.number)],
			...number,
			...(lead ? [['Auskunft', lead.name] as [string, string]] : [])
		],
		blocks: [
			text(concept.contact ? `Guten Tag ${concept.contact},` : 'Guten Tag,'),
			...(facts.isAnew ? [text('nach einem Einwand wurde neu entschieden. Dieser Brief ersetzt den früheren.')] : []),
			...[...opening(facts), ...placeLines(facts)].map(text),
			...(reason ? [heading(facts.outcome === 'excluded' ? 'Warum' : 'Warum so'), text(reason)] : []),
			...(decision?.reasons ? [heading('Was für die Entscheidung den Ausschlag gab'), text(decision.reasons)] : []),
			...(decision?.deviation ? [text(decision.deviation)] : []),
			...scoreTable(facts),
			...afterwards(facts),
			text('Mit freundlichen Grüßen'),
			{ kind: 'signature', name: lead?.name ?? town, role: town }
		],
		footer: [[town], lead?.email ? [lead.email] : []]
	};
}
