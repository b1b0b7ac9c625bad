import type { Transition } from '#modules/admission/transitions.ts';
import type { Choice, Fulfilment } from '#modules/admission/vocabulary.ts';

/** An invented application as it is told, before it becomes rows. Days are counted back from today. */
export type DemoStep = { transition: Transition; daysAgo: number; reason?: string };
export type DemoMeeting = { daysAgo: number; with: string; shared: string; internal?: string };
export type DemoVote = { name: string; choice: Choice | 'recused'; reason: string };
export type DemoAdmission = {
	ags: string;
	/** Whoever is asked for in the town, invented. */
	contact: { name: string; function: string };
	/** Attitude, motivation, expectations, houses; a draft may stop earlier. */
	answers: string[];
	/** In the order of the conditions: size, attitude, exchange, experience, time, fee. */
	criteria: Fulfilment[];
	minutes: number | null;
	begunDaysAgo: number;
	steps: DemoStep[];
	proposals?: { daysAgo: number; inDays: number[]; place: string };
	interview?: DemoMeeting;
	founders?: DemoMeeting;
	votes?: DemoVote[];
	/** For on hold: in how many days it goes on. */
	holdDays?: number;
	feePaid?: boolean;
};

const line: Transition[] = ['submit', 'check', 'invite', 'interviewed', 'meet', 'met'];

/** The first steps of the way, one every so many days, the last one `last` days ago. */
export function steps(upTo: Transition, last: number, every = 8): DemoStep[] {
	const taken = line.slice(0, line.indexOf(upTo) + 1);
	return taken.map((transition, i) => ({ transition, daysAgo: last + (taken.length - 1 - i) * every }));
}
