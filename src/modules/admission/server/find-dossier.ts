import { asc, eq } from 'drizzle-orm';
import { isAdmin, type Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Answers, ContactAnswer } from '../application-form.ts';
import { maySeeVotes, whyNotVote, type Tally } from '../ballot.ts';
import type { ApplicationView, DossierMeeting, SeenVote } from '../dossier.ts';
import { mayRunAdmission } from '../policy.ts';
import { transitionsFrom, whyNotTransition, type Transition } from '../transitions.ts';
import { isClosed, type Choice } from '../vocabulary.ts';
import { dossierFor } from './internal/application-for.ts';
import { factsOf, tallyFor, votesOf } from './internal/facts-of.ts';
import { foundersOf, type Founder } from './internal/founders-of.ts';
import type { Loaded } from './internal/load-application.ts';
import { meetingsOf, sharedMeeting, viewOf } from './internal/view-of.ts';
import { applicationPayments, type applicationVotes } from './tables.ts';

export type OpenStep = { transition: Transition; against: string | null };
export type Ballot = {
	votes: SeenVote[];
	/** How they voted, for whoever may see it; otherwise only who has. */
	isOpen: boolean;
	tally: Tally | null;
	own: { choice: Choice | null; isRecused: boolean; reason: string } | null;
	/** Why whoever asks cannot vote, or null when they can; empty for who is no founder. */
	against: string | null;
	isFounder: boolean;
	/** Stepped aside, or of the town that applies. */
	isRecused: boolean;
};
export type Dossier = ApplicationView & {
	may: { run: boolean };
	/** The meetings with what is internal. */
	internal: DossierMeeting[];
	steps: OpenStep[];
	ballot: Ballot;
	payments: { amountCents: number; receivedOn: string; note: string | null; by: string | null }[];
};

type VoteRow = typeof applicationVotes.$inferSelect;
type BallotParts = { founders: Founder[]; votes: VoteRow[]; runs: boolean };

function ballotFor(ctx: Ctx, { application, organisation }: Loaded, { founders, votes, runs }: BallotParts): Ballot {
	const me = founders.find(({ personId }) => personId !== null && personId === ctx.actor?.id);
	const mine = votes.find(({ roleId }) => me && roleId === me.roleId) ?? null;
	const own = mine && me ? { roleId: me.roleId, choice: mine.choice, isRecused: mine.isRecused } : null;
	const isPartisan = me?.organisationId === organisation.id;
	const tally = tallyFor(founders, votes);
	const voter = { state: application.state, isFounder: me !== undefined, isPartisan, own };
	const isDecided = application.decidedAt !== null;
	const isOpen = maySeeVotes({ ...voter, isOffice: runs || isAdmin(ctx.actor), isDecided, waiting: tally.waiting });
	const seen = (who: { name: string; roleId: string; mayBeEntered: boolean }, vote: VoteRow | undefined): SeenVote => ({
		...who,
		...{ hasVoted: vote !== undefined, isRecused: vote?.isRecused ?? false },
		...{ choice: isOpen ? (vote?.choice ?? null) : null, reason: isOpen ? (vote?.reason ?? null) : null }
	});
	const former = votes.filter(({ roleId }) => !founders.some((one) => one.roleId === roleId));
	return {
		votes: [
			...founders.map(({ roleId, name, personId, organisationId }) => {
				const vote = votes.find((one) => one.roleId === roleId);
				const mayBeEntered = runs && !personId && !vote && organisationId !== organisation.id;
				return seen({ name, roleId, mayBeEntered }, vote);
			}),
			...former.map((vote) => seen({ name: vote.voterName, roleId: vote.id, mayBeEntered: false }, vote))
		],
		isOpen,
		tally: isOpen ? tally : null,
		own: mine && { choice: mine.choice, isRecused: mine.isRecused, reason: mine.reason },
		against: me ? (whyNotVote(voter)?.message ?? null) : null,
		isFounder: me !== undefined,
		isRecused: isPartisan || (own?.isRecused ?? false)
	};
}

async function stepsOf(ctx: Ctx, found: Loaded): Promise<OpenStep[]> {
	const facts = await factsOf(ctx, found, { reason: 'gefragt', holdUntil: '9999-12-31' });
	return transitionsFrom(found.application.state, 'office').map((transition) => ({
		transition,
		against: whyNotTransition(transition, 'office', facts)?.message ?? null
	}));
}

async function paymentsOf({ db }: Pick<Ctx, 'db'>, applicationId: string) {
	return db
		.select({
			...{ amountCents: applicationPayments.amountCents, receivedOn: applicationPayments.receivedOn },
			...{ note: applicationPayments.note, by: people.name }
		})
		.from(applicationPayments)
		.leftJoin(people, eq(people.id, applicationPayments.recordedBy))
		.where(eq(applicationPayments.applicationId, applicationId))
		.orderBy(asc(applicationPayments.at));
}

/** Founders read who the contact is; how to reach them is for the office. */
function withoutContact(answers: Answers): Answers {
	const contact = answers.kontakt as ContactAnswer | undefined;
	return contact ? { ...answers, kontakt: { ...contact, email: '', phone: '' } } : answers;
}

/** The file of an admission as the network works on it: what both sides see, and what is internal. Whoever stepped aside sees neither votes nor internal notes. */
export async function findDossier(ctx: Ctx, at: { slug: string; id: string }): Promise<Dossier> {
	const found = await dossierFor(ctx, at);
	const runs = mayRunAdmission(ctx.actor, found.standing);
	const founders = await foundersOf(ctx, found.network.id);
	const ballot = ballotFor(ctx, found, { founders, votes: await votesOf(ctx, at.id), runs });
	const meetings = await meetingsOf(ctx, at.id);
	const view = await viewOf(ctx, found);
	return {
		...view,
		answers: runs ? view.answers : withoutContact(view.answers),
		may: { run: runs },
		internal: meetings.map((row) => ({
			...sharedMeeting(row, ctx.now),
			...{ round: row.round, version: row.version, answerNote: row.answerNote, internalNote: ballot.isRecused ? null : row.internalNote }
		})),
		steps: runs && !isClosed(found.application.state) ? await stepsOf(ctx, found) : [],
		ballot,
		payments: runs ? await paymentsOf(ctx, at.id) : []
	};
}
