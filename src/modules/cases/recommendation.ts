import { isQuiet, type CaseState } from './case.ts';

/** What an office recommends in a case, until it is done or turns out to be of no use. */

export const recommendationStates = {
	proposed: 'vorgeschlagen',
	in_progress: 'in Arbeit',
	blocked: 'hängt fest',
	done: 'erledigt',
	not_useful: 'hilft nicht',
	already_done: 'war schon erledigt'
} as const;
export type RecommendationState = keyof typeof recommendationStates;

export const recommendationKinds = {
	advice: 'Rat',
	knowledge: 'zum Nachlesen',
	funding: 'Förderung',
	contact: 'Ansprechperson'
} as const;
export type RecommendationKind = keyof typeof recommendationKinds;

export type RecommendationStep = 'begin' | 'block' | 'done' | 'not_useful' | 'already_done' | 'resume';
type Rule = { from: readonly RecommendationState[]; to: RecommendationState; needsReason: boolean; text: string };

export const recommendationSteps: Record<RecommendationStep, Rule> = {
	begin: { from: ['proposed'], to: 'in_progress', needsReason: false, text: 'Angefangen' },
	block: { from: ['proposed', 'in_progress'], to: 'blocked', needsReason: true, text: 'Hängt fest' },
	done: { from: ['proposed', 'in_progress', 'blocked'], to: 'done', needsReason: false, text: 'Erledigt' },
	not_useful: { from: ['proposed', 'in_progress', 'blocked'], to: 'not_useful', needsReason: false, text: 'Hilft nicht' },
	already_done: { from: ['proposed'], to: 'already_done', needsReason: false, text: 'War schon erledigt' },
	resume: { from: ['blocked', 'done', 'not_useful', 'already_done'], to: 'in_progress', needsReason: false, text: 'Wieder aufnehmen' }
};
export const recommendationStepNames = Object.keys(recommendationSteps) as RecommendationStep[];

export function whyNotRecommendationStep({
	state,
	step,
	reason
}: {
	state: RecommendationState;
	step: RecommendationStep;
	reason?: string;
}): { code: string; message: string; field?: string } | null {
	const { from, needsReason, text } = recommendationSteps[step];
	if (!from.includes(state))
		return {
			code: 'not-from-here',
			message: `Die Empfehlung ist im Stand „${recommendationStates[state]}“. „${text}“ geht von dort aus nicht.`
		};
	if (needsReason && !reason?.trim()) return { code: 'no-reason', message: 'Bitte kurz sagen, woran es hängt.', field: 'reason' };
	return null;
}

export const recommendationStepsFrom = (state: RecommendationState): RecommendationStep[] =>
	recommendationStepNames.filter((step) => recommendationSteps[step].from.includes(state));

/** Only these are reminded of: what hangs, is done or does not help is not asked about again. */
export const remindedStates = ['proposed', 'in_progress'] as const satisfies readonly RecommendationState[];
/** Once on the day, once two weeks later, then never again. */
export const mostReminders = 2;
export const daysBetweenReminders = 14;

export type Reminded = {
	state: RecommendationState;
	caseState: CaseState;
	dueOn: string | null;
	reminders: number;
	remindedOn: string | null;
};

const daysApart = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Whether somebody is reminded of it today. */
export function isReminderDue({ state, caseState, dueOn, reminders, remindedOn }: Reminded, today: string): boolean {
	if (isQuiet(caseState) || !(remindedStates as readonly RecommendationState[]).includes(state)) return false;
	if (!dueOn || dueOn > today || reminders >= mostReminders) return false;
	return remindedOn === null || daysApart(remindedOn, today) >= daysBetweenReminders;
}
