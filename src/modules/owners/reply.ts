import type { AdviceNeed, Attitude, ReplyChannel, Standing } from './vocabulary.ts';

/** What an owner answers: three questions, none of which says more than somebody wants to say. */

export const plans = {
	sell: 'verkaufen',
	let: 'vermieten oder verpachten',
	interim: 'eine Zeit lang nutzen lassen',
	advice: 'erst einmal Beratung',
	own_plans: 'ich habe eigene Pläne',
	undecided: 'ich weiß es noch nicht',
	leave_alone: 'bitte lassen Sie mich in Ruhe'
} as const;
export type Plan = keyof typeof plans;

export const attitudeOf: Record<Plan, Attitude> = {
	sell: 'willing_to_sell',
	let: 'willing_to_let',
	interim: 'willing_for_interim_use',
	advice: 'wants_advice',
	own_plans: 'own_plans',
	undecided: 'undecided',
	leave_alone: 'refuses'
};

export const callbacks = {
	none: 'gar nicht, ich melde mich selbst',
	letter: 'per Brief',
	phone: 'per Telefon',
	mail: 'per E-Mail'
} as const;
export type Callback = keyof typeof callbacks;

/** Whether the house may be shown to everybody. A no holds at once; a yes is what the clerk may write down as a consent. */
export const showings = {
	unsaid: 'dazu sage ich noch nichts',
	agrees: 'ja, ohne meinen Namen',
	refuses: 'nein'
} as const;
export type Showing = keyof typeof showings;

export type Reply = {
	standing: Standing;
	plan: Plan;
	showing: Showing;
	adviceNeeds: AdviceNeed[];
	callback: Callback;
	phone?: string;
	email?: string;
	message?: string;
};

export type KeptReply = Omit<Reply, 'phone' | 'email' | 'message'> & {
	id: string;
	phone: string | null;
	email: string | null;
	message: string | null;
	via: ReplyChannel;
	at: Date;
	consentedAt: Date | null;
};

/** What a reply changes in what the municipality knows. Somebody to whom the house does not belong says nothing about what its owner wants. */
export const attitudeFrom = ({ standing, plan }: Pick<Reply, 'standing' | 'plan'>): Attitude | null =>
	standing === 'not_mine' && plan !== 'leave_alone' ? null : attitudeOf[plan];

/** What somebody says who wants peace is only that: no number, no address, no wish besides. */
export const onlyPeace = (reply: Reply): Reply =>
	reply.plan === 'leave_alone'
		? { standing: reply.standing, plan: 'leave_alone', showing: 'unsaid', adviceNeeds: [], callback: 'none', message: reply.message }
		: reply;

export const consentedBefore = { code: 'consented-before', message: 'Diese Einwilligung ist schon eingetragen.' };

/** What stands against writing the last answer to a letter down as a consent. */
export function whyNotConsent(reply: Pick<KeptReply, 'standing' | 'plan' | 'showing' | 'consentedAt'>) {
	if (showingOf(reply) !== 'agrees')
		return { code: 'not-agreed', message: 'In der letzten Antwort steht keine Einwilligung. Bitte fragen Sie nach.' };
	return reply.consentedAt ? consentedBefore : null;
}

/** Somebody to whom the house does not belong neither agrees nor refuses. */
export const showingOf = ({ standing, plan, showing }: Pick<Reply, 'standing' | 'plan' | 'showing'>): Showing =>
	standing === 'not_mine' || plan === 'leave_alone' ? 'unsaid' : showing;
