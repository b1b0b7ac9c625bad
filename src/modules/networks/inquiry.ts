import type { SeatFunction } from '#modules/organisations/seat.ts';
import type { Ask } from '#modules/people/ask.ts';

/** A question of a network to those who belong to it. */

export const audiences = {
	members: 'alle, die dazugehören',
	organisation: 'eine Organisation',
	founders: 'Gründerteam',
	ambassadors: 'Botschafter:innen'
} as const;
export type AudienceGroup = keyof typeof audiences;

/** Who is asked; `functions` says whom in each organisation. */
export type Audience = { group: AudienceGroup; organisationId?: string; functions: SeatFunction[] };

export const inquiryStates = {
	draft: 'Entwurf',
	open: 'läuft',
	closed: 'Frist vorbei',
	withdrawn: 'zurückgezogen'
} as const;
export type InquiryState = keyof typeof inquiryStates;

type Moments = { sentAt: Date | null; dueAt: Date; withdrawnAt: Date | null };

export function inquiryState({ sentAt, dueAt, withdrawnAt }: Moments, now: Date): InquiryState {
	if (!sentAt) return 'draft';
	if (withdrawnAt) return 'withdrawn';
	return dueAt <= now ? 'closed' : 'open';
}

/** What can be done, from which states, and what to say in the others. */
export const inquirySteps = {
	change: { from: ['draft'], otherwise: 'Diese Rundfrage ist schon verschickt und lässt sich nicht mehr ändern.' },
	drop: { from: ['draft'], otherwise: 'Diese Rundfrage ist schon verschickt. Sie lässt sich nur noch zurückziehen.' },
	send: { from: ['draft'], otherwise: 'Diese Rundfrage ist schon verschickt.' },
	remind: { from: ['open'], otherwise: 'Erinnern geht nur, solange die Frist läuft.' },
	withdraw: { from: ['open'], otherwise: 'Zurückziehen geht nur, solange die Frist läuft.' }
} as const satisfies Record<string, { from: readonly InquiryState[]; otherwise: string }>;
export type InquiryStep = keyof typeof inquirySteps;

type Asked = Moments & { remindedAt: Date | null; recipients?: number };

/** What stands against a step, or null. */
export function whyNotStep(step: InquiryStep, inquiry: Asked, now: Date): { code: string; message: string } | null {
	const { from, otherwise } = inquirySteps[step];
	if (!(from as readonly InquiryState[]).includes(inquiryState(inquiry, now))) return { code: `not-${step}`, message: otherwise };
	if (step === 'remind' && inquiry.remindedAt) return { code: 'reminded', message: 'Erinnert wird einmal, und das ist schon geschehen.' };
	if (step === 'send' && inquiry.dueAt <= now)
		return { code: 'due-past', message: 'Die Frist ist schon vorbei. Bitte erst ein neues Datum wählen.' };
	if (step === 'send' && inquiry.recipients === 0)
		return {
			code: 'nobody',
			message: 'So ist niemand gemeint, der hier ein Konto hat. Bitte andere Funktionen oder einen anderen Kreis wählen.'
		};
	return null;
}

/** Fewer people than this, and how many are over their budget would tell about one of them. */
export const smallestCount = 3;

/** How much others usually give in a week; asking more than that of somebody is worth a word even where nothing may be said of their own budget. */
const usualBudget = 120;

/** What sending would mean. `over`: for how many it would be more than they give in a week, null for so few that it would tell about one of them. */
export type Reach = { people: number; silent: number; over: number | null; mostAsked: number };

/** Whether sending deserves a second thought. */
export const isMuch = ({ over, mostAsked }: Reach): boolean => (over ?? 0) > 0 || mostAsked > usualBudget;

/** How many answered what, in the order of the options. */
export function tally(ask: Ask, options: Record<string, string>, answers: readonly { choices: string[] }[]): { text: string; n: number }[] {
	if (ask.kind === 'text') return [];
	return Object.entries(options).map(([id, text]) => ({ text, n: answers.filter(({ choices }) => choices.includes(id)).length }));
}
