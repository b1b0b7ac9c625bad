import type { Role } from '#modules/procedures/roles.ts';
import { conflictSteps, type ConflictKind, type ConflictStep } from './judging.ts';

/** Who may take part in what: a conflict in one step keeps somebody out of every step, and silence is not "none". */

export type Declaration = {
	id: string;
	memberId: string;
	conceptId: string;
	step: ConflictStep;
	kind: ConflictKind;
	/** Somebody else said it: then only somebody else takes it back. */
	isSet: boolean;
	at: Date;
};

const stepsOfRole: Record<Role, readonly ConflictStep[]> = {
	manager: ['precheck', 'deliberation', 'decision'],
	pre_checker: ['precheck', 'deliberation'],
	juror: ['scoring', 'deliberation'],
	adviser: ['deliberation'],
	clerk: ['decision'],
	opener: [],
	deputy: []
};

/** As what somebody takes part: a deputy as what the one they stand for is. */
export type Seat = {
	memberId: string;
	role: Role;
	standsFor: Role | null;
	/** Leads a light form without a jury, or stands in: then whoever leads scores. */
	isScorer?: boolean;
};
const order = Object.keys(conflictSteps) as ConflictStep[];
export function stepsOf({ role, standsFor, isScorer = false }: Pick<Seat, 'role' | 'standsFor' | 'isScorer'>): readonly ConflictStep[] {
	const own = stepsOfRole[role === 'deputy' ? (standsFor ?? 'deputy') : role];
	return isScorer ? order.filter((step) => step === 'scoring' || own.includes(step)) : own;
}

/** The steps for which these seats have to declare, in the order of the procedure. */
export const stepsOfAll = (seats: readonly Seat[]): ConflictStep[] =>
	order.filter((step) => seats.some((seat) => stepsOf(seat).includes(step)));

const keyOf = ({ memberId, conceptId, step }: Pick<Declaration, 'memberId' | 'conceptId' | 'step'>) => `${memberId} ${conceptId} ${step}`;

/** What counts: the last word of each person, concept and step, as questions that can be asked of it. */
export type Declared = {
	of: (memberId: string, conceptId: string, step: ConflictStep) => Declaration | null;
	/** In whichever step. */
	hasConflict: (memberId: string, conceptId: string) => boolean;
	/** Said outright that there is none, for this step. */
	isClear: (memberId: string, conceptId: string, step: ConflictStep) => boolean;
};

export function declaredOf(all: readonly Declaration[]): Declared {
	const last = new Map<string, Declaration>();
	for (const one of [...all].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))) last.set(keyOf(one), one);
	const conflicts = new Set(
		[...last.values()].filter(({ kind }) => kind !== 'none').map(({ memberId, conceptId }) => `${memberId} ${conceptId}`)
	);
	const of: Declared['of'] = (memberId, conceptId, step) => last.get(keyOf({ memberId, conceptId, step })) ?? null;
	const hasConflict: Declared['hasConflict'] = (memberId, conceptId) => conflicts.has(`${memberId} ${conceptId}`);
	return {
		...{ of, hasConflict },
		isClear: (memberId, conceptId, step) => !hasConflict(memberId, conceptId) && of(memberId, conceptId, step)?.kind === 'none'
	};
}

/** Why somebody cannot declare this, or null. What somebody else set stays until somebody else takes it back. */
export function whyNotDeclare(before: Pick<Declaration, 'kind' | 'isSet'> | null, kind: ConflictKind): string | null {
	if (before && before.kind !== 'none' && before.isSet && kind === 'none')
		return 'Diese Befangenheit hat jemand anderes festgestellt. Zurücknehmen kann sie nur die Leitung des Verfahrens.';
	return null;
}
