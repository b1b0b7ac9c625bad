import { dayAfter, dayOf } from '#lib/calendar.ts';
import { momentText } from '#lib/text/berlin.ts';
import { euro } from '#lib/text/german.ts';
import { evidenceText, leavesOf, type Criteria } from './criteria.ts';
import { deadlineName, deadlineOf, frozenLeaves, momentOf, timelineOf, whenOf, type Frozen } from './frozen.ts';
import type { Refused } from './procedure.ts';
import { criteriaOf } from './public-call.ts';
import { findingsOf, milestoneNames, ruleOf, whenText, type MilestoneName, type Timeline } from './timeline.ts';
import { weightText, whyNotWeights } from './weights.ts';

/** Changing what was published: only what is here, seen by all, and never without time to answer it. ADR 0025. */

/** What an amendment may touch: the days, and words and weights of conditions and criteria. Nothing comes or goes, and no rule changes. */
export type AmendmentDraft = { timeline: Timeline; criteria: Criteria };

export const amendmentRule = {
	/** By how many days the deadline has to move when what concepts are weighed by changes, or when the answers have gone out. */
	moveDays: 14,
	/** How many days have to remain from an amendment to the deadline. */
	leftDays: 14
} as const;

export const draftOf = (frozen: Frozen): AmendmentDraft => ({ timeline: timelineOf(frozen), criteria: criteriaOf(frozen) });

/** The call as it would stand with the draft; what the draft may not touch stays. */
export function amended(frozen: Frozen, { timeline, criteria }: AmendmentDraft): Frozen {
	const moments = Object.entries(timeline).flatMap(([name, when]): [string, string][] => {
		const at = momentOf(when);
		return at ? [[name, at.toISOString()]] : [];
	});
	const leaves = new Map(leavesOf(criteria).map((leaf) => [leaf.id, leaf]));
	const conditions = new Map(criteria.eligibility.map((one) => [one.id, one]));
	return {
		...frozen,
		timeline: Object.fromEntries(moments) as Frozen['timeline'],
		eligibility: frozen.eligibility.map((one) => {
			const now = conditions.get(one.id) ?? one;
			return { ...one, title: now.title, description: now.description, evidenceNote: now.evidenceNote };
		}),
		areas: frozen.areas.map((area) => ({
			...area,
			leaves: area.leaves.map((leaf) => {
				const now = leaves.get(leaf.id) ?? leaf;
				return { ...leaf, title: now.title, description: now.description, weight: now.weight, levels: now.levels };
			})
		}))
	};
}

/** One difference between two versions, as people read it. An empty text: it was not there. */
export type Change = { part: 'days' | 'criteria'; where: string; what: string; before: string; after: string };

const levelsText = (levels: readonly { points: number; text: string }[]) =>
	levels.map(({ points, text }) => `${points}: ${text}`).join('\n');
const dayText = (iso: string | undefined) => (iso ? whenText(whenOf(iso)) : '');

type Pair = [what: string, before: string, after: string];
const differences = (part: Change['part'], where: string, pairs: readonly Pair[]): Change[] =>
	pairs.filter(([, before, after]) => before !== after).map(([what, before, after]) => ({ part, where, what, before, after }));

/** Parts that both versions have, by id; what came or went stands against nothing. */
function paired<T extends { id: string }>(before: readonly T[], after: readonly T[]): [T | undefined, T | undefined][] {
	const later = new Map(after.map((one) => [one.id, one]));
	const had = new Set(before.map(({ id }) => id));
	return [
		...before.map((one): [T, T | undefined] => [one, later.get(one.id)]),
		...after.filter(({ id }) => !had.has(id)).map((one): [undefined, T] => [undefined, one])
	];
}

function changedCriteria(before: Frozen, after: Frozen): Change[] {
	const conditions = paired(before.eligibility, after.eligibility).flatMap(([a, b]) =>
		differences('criteria', `Bedingung „${(a ?? b)?.title ?? ''}“`, [
			['Name', a?.title ?? '', b?.title ?? ''],
			['Beschreibung', a?.description ?? '', b?.description ?? ''],
			['Nachweis', a ? evidenceText(a) : '', b ? evidenceText(b) : '']
		])
	);
	const leaves = paired(frozenLeaves(before), frozenLeaves(after)).flatMap(([a, b]) =>
		differences('criteria', `Kriterium „${(a ?? b)?.title ?? ''}“`, [
			['Name', a?.title ?? '', b?.title ?? ''],
			['Gewicht', a ? `${weightText(a.weight)} %` : '', b ? `${weightText(b.weight)} %` : ''],
			['Beschreibung', a?.description ?? '', b?.description ?? ''],
			['Stufen', a ? levelsText(a.levels) : '', b ? levelsText(b.levels) : ''],
			['Nachweis', a ? evidenceText(a) : '', b ? evidenceText(b) : '']
		])
	);
	const price = (cents: number | null) => (cents === null ? '' : euro(cents / 100));
	return [...conditions, ...leaves, ...differences('criteria', 'Preis', [['Betrag', price(before.priceCents), price(after.priceCents)]])];
}

/** What is different from one version to the next: days first, in their order. */
export function changesOf(before: Frozen, after: Frozen): Change[] {
	const days = milestoneNames.flatMap((name) =>
		differences('days', 'Zeitplan', [[ruleOf(name).text, dayText(before.timeline[name]), dayText(after.timeline[name])]])
	);
	return [...days, ...changedCriteria(before, after)];
}

type Asked = { before: Frozen; after: Frozen; round: number; now: Date };

/** A day that is over stays, and none moves into the past. */
function whyNotDays({ before, after, now }: Asked): Refused | null {
	const wrong = milestoneNames.find((name: MilestoneName) => {
		const [a, b] = [before.timeline[name], after.timeline[name]];
		return a !== b && [a, b].some((iso) => iso !== undefined && new Date(iso) <= now);
	});
	if (wrong)
		return {
			code: 'day-over',
			message: `„${ruleOf(wrong).text}“: Ein Tag, der vorbei ist, bleibt stehen, und keiner rückt in die Vergangenheit.`
		};
	const error = findingsOf(after.kind, timelineOf(after), dayOf(now)).find(({ kind }) => kind === 'error');
	return error ? { code: 'bad-days', message: error.message } : null;
}

/** Whether the deadline has to move with these changes. */
export const mustMove = ({ before, after, now }: Omit<Asked, 'round'>): boolean => {
	const answers = before.timeline.answers_on;
	return changedCriteria(before, after).length > 0 || (answers !== undefined && now > new Date(answers));
};

/** Why the call cannot be amended so, or null. */
export function whyNotAmend(asked: Asked): Refused | null {
	const { before, after, round, now } = asked;
	const [was, will] = [deadlineOf(before, round), deadlineOf(after, round)];
	if (!was || now >= was) return { code: 'too-late', message: 'Die Frist ist vorbei. Am Aufruf ändert sich nichts mehr.' };
	if (!changesOf(before, after).length) return { code: 'no-change', message: 'Noch ist nichts anders als im veröffentlichten Aufruf.' };
	if (!will) return { code: 'no-deadline', message: `„${ruleOf(deadlineName(before.kind, round)).text}“ braucht einen Tag.` };
	const weights = after.areas.length ? whyNotWeights(frozenLeaves(after).map(({ weight }) => weight)) : null;
	if (weights) return { code: 'weights', message: weights };
	const days = whyNotDays(asked);
	if (days) return days;
	if (will < was) return { code: 'earlier', message: 'Die Frist kann nicht früher enden als veröffentlicht.' };
	const least = momentOf({ ...whenOf(was.toISOString()), day: dayAfter(whenOf(was.toISOString()).day, amendmentRule.moveDays) });
	if (mustMove(asked) && least && will < least)
		return {
			code: 'must-move',
			message: `Wer ändert, wonach gewertet wird, oder ändert, wenn die Antworten heraus sind, gibt allen mehr Zeit: Die Frist endet dann frühestens am ${momentText(least)}.`
		};
	if (will.getTime() - now.getTime() < amendmentRule.leftDays * 86_400_000)
		return {
			code: 'too-short',
			message: `Nach einer Änderung bleiben allen mindestens ${amendmentRule.leftDays} Tage. Bitte die Frist weiter hinausschieben.`
		};
	return null;
}
