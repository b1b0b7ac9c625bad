import type { State } from '#modules/procedures/procedure.ts';
import { isTold } from './award.ts';

/** Who sees and does what around an award. The table in the README is this page; a test compares them. */

/**
 * As what somebody takes part. `isConflicted`: has declared a conflict with at least one of the concepts, or somebody has for them; or sits in the jury
 * and has said nothing about one of them, for silence is not "none".
 */
export type Part = { isLead: boolean; isJuror: boolean; isClerk: boolean; isChecker: boolean; isConflicted: boolean };
export const noPart: Part = { isLead: false, isJuror: false, isClerk: false, isChecker: false, isConflicted: false };

/** `early`: points may still change; `locked`: they cannot; `told`: everybody has their letter; `ended`: called off. */
export const phases = {
	early: 'vor dem Festschreiben',
	locked: 'Punkte stehen fest',
	told: 'nach der Entscheidung',
	ended: 'aufgehoben'
} as const;
export type Phase = keyof typeof phases;

export function phaseOf(state: State, areLocked: boolean): Phase {
	if (state === 'cancelled') return 'ended';
	if (isTold(state)) return 'told';
	return state === 'recommended' || areLocked ? 'locked' : 'early';
}

const isOver = (phase: Phase) => phase === 'told' || phase === 'ended';

/** Points, order and sensitivity. A conflict with one concept closes all of it until the decision: the order of the others tells where it stands. */
export const maySeeEvaluation = (part: Part, phase: Phase): boolean =>
	(part.isLead || part.isJuror || part.isClerk) && phase !== 'early' && (!part.isConflicted || phase === 'told');

/** Lots, recommendation, nobody gets it, answers to objections. */
export const mayLead = ({ isLead, isConflicted }: Part): boolean => isLead && !isConflicted;

/** Enters what the body decided. */
export const mayRecordDecision = ({ isLead, isClerk, isConflicted }: Part): boolean => (isLead || isClerk) && !isConflicted;

/** The whole file, with every score and every name. */
export const maySeeFile = ({ isLead, isClerk, isChecker, isJuror, isConflicted }: Part, phase: Phase): boolean =>
	phase !== 'early' && !isConflicted && (isLead || isClerk || isChecker || (isJuror && isOver(phase)));

/** What the file holds of an option besides days and counts: it is between the group and whoever leads. */
export const maySeeOption = ({ isLead }: Part): boolean => isLead;

/** Objections with their texts. */
export const maySeeObjections = ({ isLead, isClerk, isConflicted }: Part, phase: Phase): boolean =>
	phase === 'told' && (isLead || isClerk) && !isConflicted;
