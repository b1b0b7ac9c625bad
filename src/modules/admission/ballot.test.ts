import { expect, test } from 'vitest';
import { maySeeVotes, tallyOf, whyNoMajority, whyNoQuorum, whyNotVote, type Vote, type Voter } from './ballot.ts';

const vote = (roleId: string, choice: Vote['choice'], isRecused = false): Vote => ({ roleId, choice, isRecused });
const voter = (over: Partial<Voter> = {}): Voter => ({ state: 'decision_pending', isFounder: true, isPartisan: false, own: null, ...over });

test('the vote of a founder whose term ended meanwhile counts, and so does their seat at the table', () => {
	expect(tallyOf(['a', 'b'], [vote('a', 'yes'), vote('former', 'no'), vote('b', null, true)])).toEqual({
		...{ eligible: 3, recused: 1, yes: 1, no: 1, abstain: 0, waiting: 0 }
	});
});

test('more than half of those who are not recused must have voted', () => {
	const four = ['a', 'b', 'c', 'd'];
	expect(whyNoQuorum(tallyOf(four, [vote('a', 'yes'), vote('b', 'yes')]))).toMatchObject({ code: 'no-quorum' });
	expect(whyNoQuorum(tallyOf(four, [vote('a', 'yes'), vote('b', 'yes'), vote('c', null, true)]))).toBeNull();
	expect(whyNoQuorum(tallyOf(['a'], [vote('a', null, true)]))).toMatchObject({ code: 'no-voters' });
});

test('a tie and abstentions carry no admission', () => {
	expect(whyNoMajority(tallyOf(['a', 'b'], [vote('a', 'yes'), vote('b', 'no')]))).not.toBeNull();
	expect(whyNoMajority(tallyOf(['a', 'b'], [vote('a', 'abstain'), vote('b', 'abstain')]))).not.toBeNull();
	expect(whyNoMajority(tallyOf(['a', 'b'], [vote('a', 'yes'), vote('b', 'abstain')]))).toBeNull();
});

test('a vote is given once, in the consultation, by founders who are not of the town', () => {
	expect(whyNotVote(voter())).toBeNull();
	expect(whyNotVote(voter({ isFounder: false }))).toMatchObject({ code: 'no-founder' });
	expect(whyNotVote(voter({ isPartisan: true }))).toMatchObject({ code: 'partisan' });
	expect(whyNotVote(voter({ own: vote('a', 'yes') }))).toMatchObject({ code: 'voted' });
	for (const state of ['founders_meeting', 'admitted', 'on_hold', 'declined'] as const)
		expect(whyNotVote(voter({ state }))).toMatchObject({ code: 'not-now' });
});

test('stepping aside is possible for the partial and after a vote, but not undone', () => {
	expect(whyNotVote(voter({ isPartisan: true }), true)).toBeNull();
	expect(whyNotVote(voter({ own: vote('a', 'yes') }), true)).toBeNull();
	expect(whyNotVote(voter({ own: vote('a', null, true) }), true)).toMatchObject({ code: 'recused' });
});

test('nobody sees how others voted before their own vote; the recused never; the office when all have, or it is decided', () => {
	const asks = { isFounder: true, isPartisan: false, own: null, isOffice: false, isDecided: false, waiting: 2 };
	expect(maySeeVotes(asks)).toBe(false);
	expect(maySeeVotes({ ...asks, own: vote('a', 'no') })).toBe(true);
	expect(maySeeVotes({ ...asks, isOffice: true })).toBe(false);
	expect(maySeeVotes({ ...asks, isFounder: false, isOffice: true })).toBe(false);
	expect(maySeeVotes({ ...asks, isFounder: false, isOffice: true, waiting: 0 })).toBe(true);
	for (const isDecided of [true, false]) {
		expect(maySeeVotes({ ...asks, own: vote('a', null, true), isDecided, waiting: 0 })).toBe(false);
		expect(maySeeVotes({ ...asks, isPartisan: true, isDecided, waiting: 0, isOffice: true })).toBe(false);
	}
});
