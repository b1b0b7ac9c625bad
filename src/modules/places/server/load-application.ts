import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { appliesOf, type Answers, type SeenVote } from '../application.ts';
import { assess, type Assessment, type Catalogue } from '../criteria.ts';
import type { ApplicationState } from '../vocabulary.ts';
import type { ApplicationRow } from './internal/application-for.ts';
import { juryVotes, placeEvidence } from './tables.ts';

export type EvidenceItem = { id: string; code: string; name: string; contentType: string; bytes: number };

/** An application as its group, the office and the jury read it: without the office's note and without votes. */
export type ShownApplication = {
	id: string;
	state: ApplicationState;
	catalogue: Catalogue;
	answers: Answers;
	values: Record<string, string>;
	message: string | null;
	attitudeConfirmed: boolean;
	/** What the office or the jury answered. */
	answer: string | null;
	submittedAt: Date | null;
	decidedAt: Date | null;
	evidence: EvidenceItem[];
	assessment: Assessment;
};

export async function loadApplication(
	ctx: Pick<Ctx, 'db'>,
	{ application, catalogue }: { application: ApplicationRow; catalogue: Catalogue }
): Promise<ShownApplication> {
	const { id, state, answers, values, message, answer, submittedAt, decidedAt } = application;
	const { version, attitude, minOthers, criteria } = catalogue;
	const evidence = await ctx.db
		.select({
			...{ id: placeEvidence.id, code: placeEvidence.code, name: placeEvidence.name },
			...{ contentType: placeEvidence.contentType, bytes: placeEvidence.bytes }
		})
		.from(placeEvidence)
		.where(eq(placeEvidence.applicationId, id))
		.orderBy(asc(placeEvidence.createdAt));
	return {
		...{ id, state, answers, values, message, answer, submittedAt, decidedAt, evidence },
		catalogue: { version, attitude, minOthers, criteria },
		attitudeConfirmed: application.attitudeConfirmedAt !== null,
		assessment: assess(catalogue, appliesOf(answers))
	};
}

/** Every judgement of an application with its juror. Whoever calls this has asked whether they may be seen. */
export async function loadVotes(ctx: Pick<Ctx, 'db'>, applicationId: string): Promise<(SeenVote & { personId: string | null })[]> {
	const rows = await ctx.db
		.select({ vote: juryVotes, name: people.name })
		.from(juryVotes)
		.leftJoin(people, eq(people.id, juryVotes.personId))
		.where(eq(juryVotes.applicationId, applicationId))
		.orderBy(asc(juryVotes.at));
	return rows.map(({ vote: { verdict, reason, isRecusal, at, personId }, name }) => ({
		...{ juror: name ?? 'ehemaliges Mitglied der Jury', verdict, reason, isRecusal, at, personId }
	}));
}
