import type { Frozen } from '#modules/procedures/frozen.ts';
import { kindRules, type Kind, type State } from '#modules/procedures/procedure.ts';
import { stepsOf, type Declared, type Seat } from './conflict.ts';
import type { CandidateState, ConflictStep } from './judging.ts';
import { holderOf, type Seating } from './seat.ts';

/** Everybody who takes part and what lies before them: what every page and command of this module asks first. No contents, no points. */

export type PanelMember = Seat & {
	name: string;
	email: string | null;
	affiliation: string;
	/** The account: the one entered, or the one with the confirmed address. */
	personId: string | null;
	hasVote: boolean;
	deputyFor: string | null;
	/** They took over a chair of the jury. */
	isSuccessor: boolean;
	/** Not any more: what they declared and handed in stays. */
	hasLeft: boolean;
	/** One of the places in which whoever asks is named. */
	isMe: boolean;
};

export type PanelConcept = {
	id: string;
	number: number;
	title: string;
	/** For declarations and for whoever checks. */
	applicantName: string;
	applicantContact: string;
	applicantEmail: string;
	groupId: string | null;
	state: CandidateState;
	reason: string | null;
	conditionId: string | null;
	hiddenAt: Date | null;
	checkedAt: Date | null;
	version: number;
};

export type Panel = {
	procedureId: string;
	title: string;
	kind: Kind;
	state: State;
	round: number;
	frozen: Frozen;
	members: PanelMember[];
	mine: PanelMember[];
	concepts: PanelConcept[];
	declared: Declared;
	seating: Seating;
	lockedAt: Date | null;
};

/** Whether whoever asks acts as what is asked for, themselves or as a deputy. */
export const actsAs = ({ mine }: Pick<Panel, 'mine'>, ...roles: readonly Seat['role'][]): boolean =>
	mine.some(({ role, standsFor }) => roles.includes(role) || (role === 'deputy' && standsFor !== null && roles.includes(standsFor)));

type Chair = Pick<PanelMember, 'role' | 'isScorer'>;
/** Who scores in their own place: the jury, or whoever leads where nobody else does. */
export const hasChair = ({ role, isScorer }: Chair): boolean => role === 'juror' || (role === 'manager' && isScorer === true);

/** Where points are given and no jury is named, whoever leads scores, with a vote; who stands in for them does so in their place. */
export function withScorers(kind: Kind, members: readonly PanelMember[]): PanelMember[] {
	const { hasCriteria, hasJury } = kindRules[kind];
	if (!hasCriteria || hasJury || members.some(({ role, hasVote }) => role === 'juror' && hasVote)) return [...members];
	return members.map((one) => {
		const isLead = one.role === 'manager' && !one.hasLeft;
		return { ...one, isScorer: isLead || (one.role === 'deputy' && one.standsFor === 'manager'), hasVote: one.hasVote || isLead };
	});
}

/** Those of my seats that take part in this step. */
export const seatsIn = ({ mine }: Pick<Panel, 'mine'>, step: ConflictStep): PanelMember[] =>
	mine.filter((seat) => stepsOf(seat).includes(step));

export type Standing = 'clear' | 'conflict' | 'undeclared' | 'waiting';

/** A juror's deputy takes part once the chair is theirs. */
const isTheirTurn = ({ seating }: Panel, { memberId, role, standsFor, deputyFor }: PanelMember, conceptId: string): boolean =>
	role !== 'deputy' || standsFor !== 'juror' || (deputyFor !== null && holderOf(seating, deputyFor, conceptId) === memberId);

/** How whoever asks stands to one concept in one step: only who is clear sees anything of it. */
export function standingOf(panel: Panel, conceptId: string, step: ConflictStep): Standing {
	if (panel.mine.some(({ memberId }) => panel.declared.hasConflict(memberId, conceptId))) return 'conflict';
	const clear = seatsIn(panel, step).filter(({ memberId }) => panel.declared.isClear(memberId, conceptId, step));
	if (!clear.length) return 'undeclared';
	return clear.some((seat) => isTheirTurn(panel, seat, conceptId)) ? 'clear' : 'waiting';
}

export const clearOf = (panel: Panel, step: ConflictStep): PanelConcept[] =>
	panel.concepts.filter(({ id }) => standingOf(panel, id, step) === 'clear');

/** Concepts for which whoever asks still has to declare, by step. */
export const undeclaredIn = (panel: Panel, step: ConflictStep): PanelConcept[] =>
	seatsIn(panel, step).length
		? panel.concepts.filter(({ id, state }) => state !== 'excluded' && standingOf(panel, id, step) === 'undeclared')
		: [];

/** The concepts that are scored. */
export const admittedOf = ({ concepts }: Pick<Panel, 'concepts'>): PanelConcept[] => concepts.filter(({ state }) => state === 'valid');

/** After it nothing of the points changes; offers may be opened. */
export const isLocked = ({ lockedAt }: { lockedAt: Date | null }): boolean => lockedAt !== null;
