import { isDirect, kindRules, states, type Kind, type Refused, type State } from './procedure.ts';

/** The way of a procedure from its publication on, as one table. What is not here is forbidden. */

type Asked = { kind: Kind; round: number };
type Move = {
	from: readonly State[];
	to: State;
	/** Which kinds and rounds go this way; all unless said. */
	where?: (asked: Asked) => boolean;
	/** Asks why; the reason is published. */
	needsReason?: boolean;
};

const isLastRound = ({ kind, round }: Asked) => round === kindRules[kind].stages;
const isScored = (asked: Asked) => kindRules[asked.kind].hasCriteria && isLastRound(asked);

export const moves = {
	/** Criteria, weights and days are frozen; concepts may come in. */
	publish: { from: ['ready'], to: 'open' },
	/** The deadline has passed, by the server's clock. */
	close: { from: ['open'], to: 'closed' },
	/** A fault of the platform: more time for all. */
	extend: { from: ['closed'], to: 'open', needsReason: true },
	/** Two openers have come with their keys. */
	unseal: { from: ['closed'], to: 'precheck', where: ({ kind }) => !isDirect(kind) },
	/** Everybody could say something to the group that was named: whoever leads proposes it. */
	propose: { from: ['closed'], to: 'recommended', where: ({ kind }) => isDirect(kind) },
	/** The first stage is over: who was chosen may hand in a concept. */
	invite: { from: ['precheck'], to: 'open', where: ({ kind, round }) => kindRules[kind].stages === 2 && round === 1 },
	/** Who meets the conditions is scored. */
	admit: { from: ['precheck'], to: 'scoring', where: isScored },
	/** All have scored: they see each other's points. */
	reveal: { from: ['scoring'], to: 'deliberation' },
	/** Where nothing is scored, whoever leads recommends at once. */
	conclude: { from: ['precheck'], to: 'recommended', where: ({ kind }) => !kindRules[kind].hasCriteria && !isDirect(kind) },
	recommend: { from: ['deliberation'], to: 'recommended' },
	/** The body has decided; everybody hears in the same moment. */
	decide: { from: ['recommended'], to: 'decided' },
	/** Exclusive for a time, for one. */
	grant: { from: ['decided'], to: 'option', where: ({ kind }) => kind !== 'expression_of_interest' },
	/** Given back or run out: whoever waits comes next. */
	lapse: { from: ['option'], to: 'decided', needsReason: true },
	sign: { from: ['option'], to: 'contract' },
	build: { from: ['contract'], to: 'works' },
	use: { from: ['contract', 'works'], to: 'done' },
	cancel: {
		from: ['open', 'closed', 'precheck', 'scoring', 'deliberation', 'recommended', 'decided', 'option'],
		to: 'cancelled',
		needsReason: true
	}
} as const satisfies Record<string, Move>;
export type MoveName = keyof typeof moves;
const rules: Record<MoveName, Move> = moves;
export const moveNames = Object.keys(moves) as MoveName[];

/** Everybody may know of it, from here on for good. */
export const publicStates: readonly State[] = [
	...(['open', 'closed', 'precheck', 'scoring', 'deliberation', 'recommended'] as const),
	...(['decided', 'option', 'contract', 'works', 'done', 'cancelled'] as const)
];
export const isPublic = (state: State): boolean => publicStates.includes(state);

/** The body has decided, and everybody has heard. */
export const decidedStates: readonly State[] = ['decided', 'option', 'contract', 'works', 'done'];

/** As long as the concepts are work for whoever leads and checks: what a group promised is what its contract is about, and a successor may move up. */
export const keptStates: readonly State[] = ['precheck', 'scoring', 'deliberation', 'recommended', ...decidedStates];

const settled: readonly State[] = ['contract', 'works', 'done', 'cancelled', 'discarded'];
/** From the contract on, and where it was called off, nobody waits for a day of the call any more. */
export const isSettled = (state: State): boolean => settled.includes(state);

/** Why the procedure cannot go this way, or null. What else a move asks is asked by its command. */
export function whyNotMove(asked: Asked & { state: State; move: MoveName; reason?: string | null }): Refused | null {
	const { from, where, needsReason } = rules[asked.move];
	if (!from.includes(asked.state) || (where && !where(asked)))
		return {
			code: 'not-from-here',
			message: `Das Verfahren ist im Stand „${states[asked.state]}“. Dieser Schritt geht von dort aus nicht.`
		};
	if (needsReason && !asked.reason?.trim())
		return { code: 'no-reason', message: 'Bitte in einem Satz sagen, warum. Er wird veröffentlicht.', field: 'reason' };
	return null;
}
