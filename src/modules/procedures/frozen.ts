import { berlinMoment, fieldMoment } from '#lib/text/berlin.ts';
import { dayAfter } from '#lib/calendar.ts';
import type { Criteria, Evidence, Leaf, Level } from './criteria.ts';
import * as words from './procedure.ts';
import type { MilestoneName, Timeline, When } from './timeline.ts';

/** What publication freezes and hashes: what concepts are weighed by and until when. ADR 0019. */

/** What everybody will read of the result. */
export const openness = {
	winner: 'wer den Zuschlag bekommt und warum',
	ranking: 'die Reihenfolge mit Punkten, Namen nur von wem den Zuschlag bekommt',
	named: 'die Reihenfolge mit Punkten und allen Namen'
} as const;
export type Openness = keyof typeof openness;
/** Where nothing is weighed there is no order, no point and no award: what everybody reads there. */
const unweighed: Record<Openness, string> = {
	winner: 'wie es weitergeht und warum',
	ranking: 'wie es weitergeht, warum und wie viele sich beworben haben, Namen nur von wem eingeladen ist',
	named: 'wie es weitergeht, warum und wer sich beworben hat'
};
/** What everybody will read of the result of this kind. */
export const opennessOf = (kind: words.Kind): Record<Openness, string> => (words.kindRules[kind].hasCriteria ? openness : unweighed);

/** What of a call of this kind stays as it was published, as the words of a sentence. */
export function fixedText(kind: words.Kind): string {
	if (words.isDirect(kind)) return 'Art, Form, Preis, alle Tage und wer entscheidet';
	return words.kindRules[kind].hasCriteria
		? 'Art, Form, Preisregel, Bedingungen, Kriterien mit Gewichten und Stufen, Gleichstand, alle Tage, wer entscheidet und was vom Ergebnis öffentlich wird'
		: 'Art, Form, Preis, Bedingungen, alle Tage, wer entscheidet und was vom Ergebnis öffentlich wird';
}

export type FrozenLeaf = {
	id: string;
	title: string;
	description: string;
	/** Tenths of a percent. */
	weight: number;
	levels: Level[];
	evidence: Evidence[];
	evidenceNote: string;
};
export type FrozenArea = { id: string; title: string; description: string; leaves: FrozenLeaf[] };
export type FrozenCondition = { id: string; title: string; description: string; evidence: Evidence[]; evidenceNote: string };

export type Frozen = {
	format: 'gestaltungsraum-aufruf';
	version: 1;
	procedure: string;
	kind: words.Kind;
	transfer: words.Transfer;
	termYears: number | null;
	priceRule: words.PriceRule;
	priceUnit: words.PriceUnit;
	priceCents: number | null;
	priceFullCents: number | null;
	/** Tenths of a percent. */
	priceShare: number;
	decidingBody: words.DecidingBody;
	tieRule: words.TieRule;
	isBlind: boolean;
	openness: Openness;
	eligibility: FrozenCondition[];
	areas: FrozenArea[];
	/** Moments in UTC; a day without a time ends with it. */
	timeline: Partial<Record<MilestoneName, string>>;
};

/** The moment until which something is in time: the minute itself, or the end of a day that has no time. Null for an hour that a clock never shows. */
export function momentOf({ day, time }: { day: string; time?: string }): Date | null {
	return time ? berlinMoment(`${day}T${time}`) : berlinMoment(`${dayAfter(day, 1)}T00:00`);
}

type Published = Omit<Frozen, 'format' | 'version' | 'procedure' | 'eligibility' | 'areas' | 'timeline'> & {
	id: string;
	timeline: Timeline;
};

const leafOf = ({ id, title, description, weight, levels, evidence, evidenceNote }: Leaf): FrozenLeaf => ({
	...{ id, title, description, weight, levels, evidence, evidenceNote }
});

/** Exactly what is hashed, from the draft as it stands. */
export function frozenOf(row: Published, { areas, eligibility }: Criteria): Frozen {
	const moments = Object.entries(row.timeline).flatMap(([name, when]) => {
		const at = momentOf(when);
		return at ? [[name, at.toISOString()]] : [];
	});
	return {
		...{
			format: 'gestaltungsraum-aufruf',
			version: 1,
			procedure: row.id,
			kind: row.kind,
			transfer: row.transfer,
			termYears: row.termYears
		},
		...{ priceRule: row.priceRule, priceUnit: row.priceUnit, priceCents: row.priceCents, priceFullCents: row.priceFullCents },
		...{ priceShare: row.priceShare, decidingBody: row.decidingBody, tieRule: row.tieRule, isBlind: row.isBlind, openness: row.openness },
		eligibility: eligibility.map(({ id, title, description, evidence, evidenceNote }) => ({
			id,
			title,
			description,
			evidence,
			evidenceNote
		})),
		areas: areas.map(({ id, title, description, leaves }) => ({ id, title, description, leaves: leaves.map(leafOf) })),
		timeline: Object.fromEntries(moments) as Frozen['timeline']
	};
}

export const frozenLeaves = ({ areas }: Pick<Frozen, 'areas'>): FrozenLeaf[] => areas.flatMap(({ leaves }) => leaves);

/** A moment as day and time again, as clocks in Germany show it: midnight is the end of the day before. */
export function whenOf(iso: string): When {
	const [day = '', time = ''] = fieldMoment(new Date(iso)).split('T');
	return time === '00:00' ? { day: dayAfter(day, -1) } : { day, time };
}

/** The days of a call as published. */
export const timelineOf = ({ timeline }: Pick<Frozen, 'timeline'>): Timeline =>
	Object.fromEntries(Object.entries(timeline).map(([name, iso]) => [name, whenOf(iso)]));

/** The day until which something comes in, by round. */
export function deadlineName(kind: words.Kind, round: number): MilestoneName {
	if (words.isDirect(kind)) return 'notice_until';
	return words.kindRules[kind].stages === 2 && round === 1 ? 'first_until' : 'deadline';
}

/** The moment until which something comes in; null where there is none. */
export function deadlineOf({ kind, timeline }: Pick<Frozen, 'kind' | 'timeline'>, round: number): Date | null {
	const iso = timeline[deadlineName(kind, round)];
	return iso ? new Date(iso) : null;
}
