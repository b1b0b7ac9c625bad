import type { Declared } from './conflict.ts';

/** Whose points count: every vote of the jury is a chair, and somebody sits on it for each concept, or nobody. */

export type Juror = { memberId: string; hasVote: boolean };
export type Deputy = { memberId: string; deputyFor: string };
export type Substitution = { memberId: string; conceptId: string | null };
export type Withdrawal = { memberId: string; /** Null until it is decided. */ counts: boolean | null };
export type ReviewRef = { memberId: string; conceptId: string; state: 'open' | 'submitted' | 'locked' | 'abstained' };

export type Seating = {
	jurors: readonly Juror[];
	deputies: readonly Deputy[];
	declared: Declared;
	substitutions: readonly Substitution[];
	withdrawals: readonly Withdrawal[];
	reviews: readonly ReviewRef[];
};

const handedIn = ({ state }: ReviewRef) => state === 'submitted' || state === 'locked';
const reviewOf = ({ reviews }: Seating, memberId: string, conceptId: string) =>
	reviews.find((one) => one.memberId === memberId && one.conceptId === conceptId);

/** Whether the juror leaves this concept to a deputy, and why. */
export function whyAway(seating: Seating, memberId: string, conceptId: string): 'conflict' | 'substituted' | 'withdrawn' | null {
	if (seating.declared.hasConflict(memberId, conceptId)) return 'conflict';
	if (seating.substitutions.some((one) => one.memberId === memberId && (one.conceptId === null || one.conceptId === conceptId)))
		return 'substituted';
	const withdrawal = seating.withdrawals.find((one) => one.memberId === memberId);
	if (!withdrawal) return null;
	const review = reviewOf(seating, memberId, conceptId);
	return review && handedIn(review) && withdrawal.counts !== false ? null : 'withdrawn';
}

/** Whoever stands in has left too, and nothing of theirs counts for this concept. */
function isGone(seating: Seating, memberId: string, conceptId: string): boolean {
	const gone = seating.withdrawals.find((one) => one.memberId === memberId);
	const review = gone && reviewOf(seating, memberId, conceptId);
	return gone !== undefined && !(review && handedIn(review) && gone.counts !== false);
}

/** Who scores for this chair: the juror, else the first deputy without a conflict who has not left either; null where nobody does. */
export function holderOf(seating: Seating, memberId: string, conceptId: string): string | null {
	if (!whyAway(seating, memberId, conceptId)) return memberId;
	const mine = seating.deputies.filter(
		(one) =>
			one.deputyFor === memberId && !seating.declared.hasConflict(one.memberId, conceptId) && !isGone(seating, one.memberId, conceptId)
	);
	// what a deputy handed in before leaving stands before whoever comes after them
	const kept = mine.find((one) => seating.withdrawals.some((gone) => gone.memberId === one.memberId));
	return (kept ?? mine[0])?.memberId ?? null;
}

/** What is still open of one chair and one concept before the points are shown to all: null when nothing is. */
export type Open = 'declaration' | 'review' | 'withdrawal' | 'nobody';
export function openOf(seating: Seating, memberId: string, conceptId: string): Open | null {
	const holder = holderOf(seating, memberId, conceptId);
	const abstained = (who: string | null) => who !== null && reviewOf(seating, who, conceptId)?.state === 'abstained';
	if (abstained(memberId) || abstained(holder)) return null;
	const away = whyAway(seating, memberId, conceptId);
	const gone = seating.withdrawals.find((one) => one.memberId === memberId);
	const own = reviewOf(seating, memberId, conceptId);
	if (gone && gone.counts === null && own && handedIn(own)) return 'withdrawal';
	if (holder && holder !== memberId && seating.withdrawals.some((one) => one.memberId === holder && one.counts === null))
		return 'withdrawal';
	if (!holder) return away === 'conflict' || gone?.counts === false ? null : 'nobody';
	if (!seating.declared.isClear(holder, conceptId, 'scoring')) return 'declaration';
	const review = reviewOf(seating, holder, conceptId);
	return review && handedIn(review) ? null : 'review';
}

/** Whose review counts for this chair, or null: handed in, not abstained, and the chair has a vote. */
export function votingMember(seating: Seating, juror: Juror, conceptId: string): string | null {
	if (!juror.hasVote || reviewOf(seating, juror.memberId, conceptId)?.state === 'abstained') return null;
	const holder = holderOf(seating, juror.memberId, conceptId);
	const review = holder ? reviewOf(seating, holder, conceptId) : undefined;
	return holder && review && handedIn(review) ? holder : null;
}
