import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { conceptContents, concepts } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { Openness } from '#modules/procedures/frozen.ts';
import { procedureMembers } from '#modules/procedures/server/tables.ts';
import { canonical, sha256 } from '#modules/records/entry.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import type { Item } from '../../evaluation.ts';
import { resultLetter, type LetterFacts } from '../../letters.ts';
import { awardLetters, awardPlaces } from '../tables.ts';
import type { Seat } from './part-for.ts';

export type Told = {
	number: number;
	decision: LetterFacts['decision'];
	next: LetterFacts['next'];
	noneBecause: string | null;
	standstillUntil: Date | null;
	openness: Openness;
	items: readonly Item[];
};

async function placesToTell({ db }: Pick<Ctx, 'db'>, procedureId: string) {
	const { content } = conceptContents;
	const applicant = (name: string) => sql<string>`coalesce(${content}->'applicant'->>${name}, '')`;
	return db
		.select({
			place: awardPlaces,
			concept: {
				...{ number: concepts.number, title: sql<string>`${content}->>'title'`, applicant: applicant('name') },
				...{ contact: applicant('contact'), email: applicant('email') }
			},
			offerCents: conceptContents.offerCents
		})
		.from(awardPlaces)
		.innerJoin(concepts, eq(concepts.id, awardPlaces.conceptId))
		.innerJoin(conceptContents, eq(conceptContents.conceptId, awardPlaces.conceptId))
		.where(eq(awardPlaces.procedureId, procedureId))
		.orderBy(asc(concepts.number), asc(concepts.id));
}

/** Writes all letters in the transaction of the decision, commits to them in the record, and has everybody told. */
export async function writeLetters(ctx: Ctx, { row, town }: Seat, told: Told): Promise<void> {
	const all = await placesToTell(ctx, row.id);
	const isLead = and(eq(procedureMembers.procedureId, row.id), eq(procedureMembers.role, 'manager'), isNull(procedureMembers.leftAt));
	const [lead] = await ctx.db.select({ name: procedureMembers.name, email: procedureMembers.email }).from(procedureMembers).where(isLead);
	const chosen = all.filter(({ place }) => place.outcome === 'awarded' || (told.next === 'direct' && place.outcome === 'invited'));
	const winner = chosen[0]?.concept.applicant ?? null;
	const among = all.filter(({ place }) => place.rank !== null).length;
	const written = await Promise.all(
		all.map(async ({ place, concept, offerCents }) => {
			const letter = resultLetter({
				...{ procedure: row, town, lead: lead ?? null, sentAt: ctx.now, isAnew: told.number > 1, winner, among, concept },
				...{ decision: told.decision, next: told.next, noneBecause: told.noneBecause, openness: told.openness, items: told.items },
				...{ standstillUntil: told.standstillUntil, outcome: place.outcome, rank: place.rank, points: place.points },
				...{ parts: place.parts, reason: place.reason, offerCents }
			});
			return { conceptId: place.conceptId, letter, hash: await sha256(canonical(JSON.parse(JSON.stringify(letter)))) };
		})
	);
	if (written.length)
		await ctx.db
			.insert(awardLetters)
			.values(written.map((one) => ({ procedureId: row.id, decision: told.number, sentAt: ctx.now, ...one })));
	await appendEntry(ctx, {
		...{ recordId: row.id, kind: 'letters.sent', facts: { decision: told.number, letters: written.length } },
		sealed: { letters: Object.fromEntries(written.map(({ conceptId, hash }) => [conceptId, hash])) }
	});
	await recordEvent(ctx, 'award.told', { subjectId: row.id, data: { decision: told.number } });
}
