import type { ApplicationState, Choice } from './vocabulary.ts';

/** The vote of the founders: who may, when it counts, and who sees what. */

export type Vote = { roleId: string; choice: Choice | null; isRecused: boolean };

/** `eligible`: founders today, and whoever voted while a founder. `waiting`: eligible, not recused, not heard yet. */
export type Tally = { eligible: number; recused: number; yes: number; no: number; abstain: number; waiting: number };

export function tallyOf(founderIds: readonly string[], votes: readonly Vote[]): Tally {
	const all = new Set([...founderIds, ...votes.map(({ roleId }) => roleId)]);
	const recused = votes.filter(({ isRecused }) => isRecused).length;
	const count = (choice: Choice) => votes.filter((vote) => !vote.isRecused && vote.choice === choice).length;
	const [yes, no, abstain] = [count('yes'), count('no'), count('abstain')];
	return { eligible: all.size, recused, yes, no, abstain, waiting: all.size - recused - yes - no - abstain };
}

type Reason = { code: string; message: string; field?: string };

/** More than half of those who may vote have done so. */
export function whyNoQuorum({ eligible, recused, yes, no, abstain }: Tally): Reason | null {
	const entitled = eligible - recused;
	const given = yes + no + abstain;
	if (entitled <= 0)
		return { code: 'no-voters', message: 'Es gibt niemanden, der abstimmen darf. Bitte das Gründerteam unter „Menschen“ eintragen.' };
	if (given * 2 <= entitled)
		return {
			code: 'no-quorum',
			message: `Bisher ${given === 1 ? 'liegt 1 Stimme' : `liegen ${given} Stimmen`} von ${entitled} vor. Entschieden wird, wenn mehr als die Hälfte abgestimmt hat.`
		};
	return null;
}

export function whyNoMajority({ yes, no }: Tally): Reason | null {
	return yes > no
		? null
		: {
				code: 'no-majority',
				message: `${yes} dafür, ${no} dagegen: Das trägt keine Aufnahme. Bitte noch einmal beraten oder anders entscheiden.`
			};
}

export type Voter = {
	state: ApplicationState;
	isFounder: boolean;
	/** Holds a seat in the town that applies. */
	isPartisan: boolean;
	own: Vote | null;
};

/** What stands against voting; `recuse` asks whether somebody can step aside, which is possible until the decision, also after a vote. */
export function whyNotVote({ state, isFounder, isPartisan, own }: Voter, recuse = false): Reason | null {
	if (!isFounder) return { code: 'no-founder', message: 'Abstimmen kann nur, wer heute zum Gründerteam gehört.' };
	if (state !== 'decision_pending')
		return { code: 'not-now', message: 'Abgestimmt wird in der Beratung, nach dem Kennenlernen und vor der Entscheidung.' };
	if (own?.isRecused) return { code: 'recused', message: 'Sie haben sich für befangen erklärt und stimmen hier nicht ab.' };
	if (recuse) return null;
	if (isPartisan) return { code: 'partisan', message: 'Sie handeln selbst für diese Kommune. Über sie stimmen Sie nicht ab.' };
	if (own) return { code: 'voted', message: 'Ihre Stimme liegt schon vor. Sie gilt, wie Sie sie abgegeben haben.' };
	return null;
}

/**
 * Whether somebody sees how the others voted. Founders only after their own vote, so that nobody follows anybody; the recused never; the office, which
 * does not vote, once everybody has, or when it is decided.
 */
export function maySeeVotes({
	isFounder,
	isPartisan,
	own,
	isOffice,
	isDecided,
	waiting
}: Omit<Voter, 'state'> & { isOffice: boolean; isDecided: boolean; waiting: number }): boolean {
	if (isPartisan || own?.isRecused) return false;
	if (isFounder) return own !== null || isDecided;
	return isOffice && (isDecided || waiting === 0);
}
