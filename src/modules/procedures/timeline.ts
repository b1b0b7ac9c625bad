import { dayAfter } from '#lib/calendar.ts';
import { berlinMoment } from '#lib/text/berlin.ts';
import { germanDay } from '#lib/text/german.ts';
import { isDirect, kindRules, type Kind } from './procedure.ts';

/** The days of a procedure, in the order in which they have to come. */

type Milestone = {
	text: string;
	/** Has a time of day as well. */
	hasTime?: boolean;
	/** Something has to be there by then, so a working day is kinder. */
	isDue?: boolean;
	isOptional?: boolean;
	in: readonly Kind[];
	/** Where the proposal comes from. */
	source: string;
};
const all: readonly Kind[] = ['direct_match', 'expression_of_interest', 'single_stage', 'two_stage', 'with_dialogue', 'room_grant'];
const called = all.filter((kind) => !isDirect(kind));
/** An expression of interest ends with how it goes on: no house is at anybody's hand after it. */
const given = all.filter((kind) => kind !== 'expression_of_interest');
const judged: readonly Kind[] = ['single_stage', 'two_stage', 'with_dialogue'];
const staged: readonly Kind[] = ['two_stage', 'with_dialogue'];

export const milestones = {
	publish: { text: 'Aufruf veröffentlichen', in: all, source: 'der Tag, von dem aus alles gerechnet ist' },
	viewing: { text: 'Besichtigung', hasTime: true, in: called, source: 'Annahme: früh genug, um danach noch zu fragen' },
	second_viewing: {
		text: 'zweite Besichtigung',
		hasTime: true,
		isOptional: true,
		in: judged,
		source: 'Annahme: für alle, die spät davon hören'
	},
	questions_until: { text: 'Fragen bis', isDue: true, in: called, source: 'Annahme: rund fünf Wochen vor der Abgabe' },
	answers_on: {
		text: 'Antworten an alle',
		in: called,
		source: 'Annahme: eine Woche später; Antworten werden Teil der Unterlagen (Leipzig)'
	},
	first_until: {
		text: 'Skizze und Eignung bis',
		...{ hasTime: true, isDue: true, in: staged },
		source: 'Annahme: sechs Wochen genügen für zwei Seiten'
	},
	first_chosen: { text: 'Auswahl für die zweite Stufe', in: staged, source: 'Annahme: drei Wochen für die Eignung' },
	dialogue: { text: 'Gespräche mit den Ausgewählten', in: ['with_dialogue'], source: 'Annahme: zwei Wochen nach der Auswahl' },
	notice_until: {
		text: 'Fragen und Einwände bis',
		...{ hasTime: true, isDue: true, in: ['direct_match'] },
		source: 'Annahme: vier Wochen, damit alle davon hören, die das Haus auch möchten'
	},
	deadline: {
		text: 'Abgabe bis',
		...{ hasTime: true, isDue: true, in: called },
		source: 'rund drei Monate für ein Konzept (Hamburg; Leipzig 2017), sechs Wochen für eine Skizze'
	},
	precheck_until: { text: 'Vorprüfung bis', isDue: true, in: judged, source: 'Annahme: zwei Wochen nach der Abgabe' },
	jury_on: { text: 'Jurysitzung', in: judged, source: 'Annahme: zwei Wochen nach der Vorprüfung' },
	presentation_on: {
		text: 'Gruppen stellen sich vor',
		isOptional: true,
		in: judged,
		source: 'üblich sind fünfzehn Minuten je Gruppe (Hamburg, Aachen)'
	},
	decision_on: { text: 'Entscheidung', in: all, source: 'Annahme: die nächste Sitzung nach der Empfehlung' },
	status_talk: { text: 'Gespräch zum Stand', isOptional: true, in: judged, source: 'vier Monate nach Beginn der Anhandgabe (Tübingen)' },
	option_until: {
		text: 'Anhandgabe bis',
		...{ isDue: true, isOptional: true, in: given },
		source: 'üblich ein bis zwei Jahre; Tübingen sechs bis zehn Monate'
	}
} as const satisfies Record<string, Milestone>;
export type MilestoneName = keyof typeof milestones;
const rules: Record<MilestoneName, Milestone> = milestones;
export const milestoneNames = Object.keys(milestones) as MilestoneName[];
export const ruleOf = (name: MilestoneName): Milestone => rules[name];
export const milestonesOf = (kind: Kind): MilestoneName[] => milestoneNames.filter((name) => rules[name].in.includes(kind));

/** What the fields of the days are called: `d_NAME` and `t_NAME`. */
export const dayLabels = (kind: Kind): Record<string, string> =>
	Object.fromEntries(
		milestonesOf(kind).flatMap((name) => [
			[`d_${name}`, rules[name].text],
			[`t_${name}`, `${rules[name].text}, Uhrzeit`]
		])
	);

/** ISO day and "HH:MM" as clocks in Germany show it. */
export type When = { day: string; time?: string };
export type Timeline = Partial<Record<MilestoneName, When>>;

const offsets: Record<'direct' | 'light' | 'single' | 'staged', Partial<Record<MilestoneName, number>>> = {
	direct: { notice_until: 28, decision_on: 49, option_until: 350 },
	light: { viewing: 14, questions_until: 24, answers_on: 28, deadline: 42, decision_on: 63, option_until: 246 },
	single: {
		...{ viewing: 21, second_viewing: 42, questions_until: 56, answers_on: 63, deadline: 91, precheck_until: 105, jury_on: 119 },
		...{ presentation_on: 133, decision_on: 154, status_talk: 275, option_until: 519 }
	},
	staged: {
		...{ viewing: 14, second_viewing: 21, questions_until: 28, answers_on: 35, first_until: 42, first_chosen: 63, dialogue: 77 },
		...{ deadline: 154, precheck_until: 168, jury_on: 182, presentation_on: 196, decision_on: 217, status_talk: 338, option_until: 582 }
	}
};
function paceOf(kind: Kind): keyof typeof offsets {
	if (isDirect(kind)) return 'direct';
	return kindRules[kind].stages === 2 ? 'staged' : judged.includes(kind) ? 'single' : 'light';
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
/** The same day, or the Monday after a weekend. */
export const workday = (day: string): string => (weekdayOf(day) > 5 ? dayAfter(day, 8 - weekdayOf(day)) : day);

/** Days to begin with, reckoned from the day of the call; none ends on a weekend. */
export function proposedTimeline(kind: Kind, publish: string): Timeline {
	const days = offsets[paceOf(kind)];
	const whenOf = (name: MilestoneName): When => {
		const day = workday(dayAfter(publish, days[name] ?? 0));
		return rules[name].hasTime ? { day, time: rules[name].isDue ? '12:00' : '15:00' } : { day };
	};
	return Object.fromEntries(milestonesOf(kind).map((name) => [name, whenOf(name)]));
}

/** "Mo., 07.12.2026, 12:00 Uhr" */
export function whenText({ day, time }: When): string {
	const weekday = ['Mo.', 'Di.', 'Mi.', 'Do.', 'Fr.', 'Sa.', 'So.'][weekdayOf(day) - 1];
	return `${weekday}, ${germanDay(day)}${time ? `, ${time} Uhr` : ''}`;
}

/** `error`: cannot stay so; `warning`: can, and somebody should have thought about it. */
export type Finding = { kind: 'error' | 'warning'; name: MilestoneName; message: string };

const daysBetween = (a: string, b: string) => Math.round((Date.parse(`${b}T12:00:00Z`) - Date.parse(`${a}T12:00:00Z`)) / 86_400_000);

function orderOf(timeline: Timeline, names: readonly MilestoneName[]): Finding[] {
	const given = names.flatMap((name) => (timeline[name] ? [{ name, when: timeline[name] }] : []));
	return given.slice(1).flatMap(({ name, when }, n): Finding[] => {
		const before = given[n];
		if (!before || `${before.when.day} ${before.when.time ?? ''}` <= `${when.day} ${when.time ?? '24'}`) return [];
		const message = `„${rules[name].text}“ (${germanDay(when.day)}) liegt vor „${rules[before.name].text}“ (${germanDay(before.when.day)}).`;
		return [{ kind: 'error', name, message }];
	});
}

const isClockChange = (day: string): boolean =>
	weekdayOf(day) === 7 && /-(03|10)-/.test(day) && dayAfter(day, 7).slice(5, 7) !== day.slice(5, 7);

function clockOf(name: MilestoneName, { day, time }: When): Finding[] {
	if (!time || !isClockChange(day)) return [];
	const text = rules[name].text;
	if (!berlinMoment(`${day}T${time}`))
		return [
			{
				kind: 'error',
				name,
				message: `„${text}“: ${time} Uhr gibt es in dieser Nacht nicht, die Uhr springt von 2 auf 3. Bitte eine andere Zeit.`
			}
		];
	if (day.slice(5, 7) === '10' && time >= '02:00' && time < '03:00')
		return [
			{
				kind: 'error',
				name,
				message: `„${text}“: ${time} Uhr kommt in dieser Nacht zweimal, die Uhr wird zurückgestellt. Bitte eine andere Zeit.`
			}
		];
	return [{ kind: 'warning', name, message: `„${text}“ fällt auf den Tag der Zeitumstellung. Ein anderer Tag erspart Streit.` }];
}

function ofOne(name: MilestoneName, when: When): Finding[] {
	const { text, isDue, hasTime } = rules[name];
	const found = clockOf(name, when);
	if (isDue && weekdayOf(when.day) > 5)
		found.push({
			kind: 'warning',
			name,
			message: `„${text}“ endet am Wochenende. Besser: ${whenText({ ...when, day: workday(when.day) })}.`
		});
	if (isDue && hasTime && !when.time)
		found.push({ kind: 'error', name, message: `„${text}“ braucht eine Uhrzeit: Eine Sekunde danach ist zu spät.` });
	if (isDue && when.time === '00:00')
		found.push({
			kind: 'warning',
			name,
			message: `„${text}“ um 0:00 Uhr wird oft als Ende des Tages gelesen. 23:59 oder 12:00 ist eindeutig.`
		});
	return found;
}

/** The least a concept, and the least two pages, need from one day to the other. */
const shortest = [
	{
		from: 'publish',
		to: 'deadline',
		in: ['single_stage'],
		days: 42,
		text: 'Für ein Konzept sind weniger als sechs Wochen sehr kurz; üblich sind drei Monate.'
	},
	{
		from: 'first_chosen',
		to: 'deadline',
		in: staged,
		days: 42,
		text: 'Für ein Konzept sind weniger als sechs Wochen sehr kurz; üblich sind drei Monate.'
	},
	{ from: 'publish', to: 'first_until', in: staged, days: 21, text: 'Auch für zwei Seiten braucht eine Gruppe mindestens drei Wochen.' },
	{
		from: 'publish',
		to: 'deadline',
		in: ['expression_of_interest', 'room_grant'],
		days: 21,
		text: 'Auch für zwei Seiten braucht eine Gruppe mindestens drei Wochen.'
	},
	{
		from: 'publish',
		to: 'notice_until',
		in: ['direct_match'],
		days: 21,
		text: 'Wer das Haus auch möchte, muss davon hören können: Weniger als drei Wochen sind dafür kurz.'
	},
	{ from: 'answers_on', to: 'deadline', in: called, days: 7, text: 'Zwischen Antworten und Abgabe bleibt weniger als eine Woche.' },
	{
		from: 'decision_on',
		to: 'option_until',
		in: all,
		days: 150,
		text: 'Eine Gruppe braucht für Rechtsform, Geld und Plan eher sechs bis zwölf Monate.'
	}
] as const satisfies readonly { from: MilestoneName; to: MilestoneName; in: readonly Kind[]; days: number; text: string }[];

function tooShort(kind: Kind, timeline: Timeline): Finding[] {
	return shortest.flatMap(({ from, to, days, text, in: kindsOf }): Finding[] => {
		const [a, b] = [timeline[from]?.day, timeline[to]?.day];
		const applies = (kindsOf as readonly Kind[]).includes(kind) && a && b;
		return applies && daysBetween(a, b) >= 0 && daysBetween(a, b) < days ? [{ kind: 'warning', name: to, message: text }] : [];
	});
}

/** What is wrong with these days and what should be thought about, in their order. `today` as ISO day. */
export function findingsOf(kind: Kind, timeline: Timeline, today: string): Finding[] {
	const names = milestonesOf(kind);
	const missing = names
		.filter((name) => !rules[name].isOptional && !timeline[name])
		.map((name): Finding => ({ kind: 'error', name, message: `„${rules[name].text}“ hat noch keinen Tag.` }));
	const past: Finding[] =
		timeline.publish && timeline.publish.day < today
			? [{ kind: 'warning', name: 'publish', message: 'Der Tag des Aufrufs ist vorbei. Bitte alle Tage neu vorschlagen lassen.' }]
			: [];
	const given = names.flatMap((name) => (timeline[name] ? ofOne(name, timeline[name]) : []));
	return [...missing, ...orderOf(timeline, names), ...past, ...given, ...tooShort(kind, timeline)];
}
