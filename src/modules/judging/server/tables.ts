import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { concepts } from '#modules/concepts/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import type { CandidateState, ConflictKind, ConflictStep, ReviewState } from '../judging.ts';
import type { Score } from '../review.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });
const ofProcedure = () =>
	uuid('procedure_id')
		.notNull()
		.references(() => procedures.id, { onDelete: 'cascade' });
const ofConcept = () =>
	uuid('concept_id')
		.notNull()
		.references(() => concepts.id, { onDelete: 'cascade' });
const ofMember = () =>
	uuid('member_id')
		.notNull()
		.references(() => procedureMembers.id, { onDelete: 'cascade' });

/** An opened concept on its way to a rank. */
export const candidates = pgTable(
	'candidates',
	{
		conceptId: ofConcept().primaryKey(),
		procedureId: ofProcedure(),
		state: text().$type<CandidateState>().notNull().default('unchecked'),
		/** Why it was excluded; goes into the letter. */
		reason: text(),
		/** The condition it failed; null where it is something else. */
		conditionId: uuid('condition_id'),
		/** Chosen for the second stage; `reason` says why, or why not. */
		invitedAt: moment('invited_at'),
		/** What the jury does not read in the first reading where names are hidden: words and names, as they stand in the texts. */
		hiddenWords: text('hidden_words')
			.array()
			.notNull()
			.default(sql`'{}'`),
		/** Files that the jury may see although names are hidden. */
		releasedFiles: uuid('released_files')
			.array()
			.notNull()
			.default(sql`'{}'`),
		/** Since when the pre-checker has looked through it. */
		hiddenAt: moment('hidden_at'),
		version: integer().notNull().default(1),
		checkedBy: person('checked_by'),
		checkedAt: moment('checked_at')
	},
	(t) => [index().on(t.procedureId, t.state), index().on(t.checkedBy)]
);

/** Whether a condition is met, by whoever checks. */
export const checks = pgTable(
	'candidate_checks',
	{
		conceptId: ofConcept(),
		conditionId: uuid('condition_id').notNull(),
		isMet: text('is_met', { enum: ['open', 'met', 'missing', 'failed'] }).notNull(),
		note: text().notNull().default(''),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.conceptId, t.conditionId] }), index().on(t.byPersonId)]
);

/** Something that is missing, with the date until which it may come. It is added to what was handed in, nothing is replaced. */
export const supplements = pgTable(
	'supplements',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		conceptId: ofConcept(),
		conditionId: uuid('condition_id'),
		/** What is asked for, in words. */
		asks: text().notNull(),
		until: moment('until').notNull(),
		askedBy: person('asked_by'),
		askedAt: moment('asked_at').notNull(),
		answer: text().notNull().default(''),
		answeredBy: person('answered_by'),
		answeredAt: moment('answered_at')
	},
	(t) => [index().on(t.conceptId), index().on(t.procedureId), index().on(t.askedBy), index().on(t.answeredBy)]
);

/** Files that came in with a supplement, and copies without names for the first reading. */
export const candidateFiles = pgTable(
	'candidate_files',
	{
		id: uuid().primaryKey(),
		conceptId: ofConcept(),
		supplementId: uuid('supplement_id').references(() => supplements.id, { onDelete: 'cascade' }),
		/** The file of the concept in whose place the jury reads this one. */
		replaces: uuid(),
		name: text().notNull(),
		key: text().notNull().unique(),
		contentType: text('content_type').notNull(),
		bytes: integer().notNull(),
		sha256: text().notNull(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.conceptId), index().on(t.supplementId), index().on(t.byPersonId)]
);

/** Person × concept × step, "none" said outright. The last one counts; none is ever changed. */
export const conflictDeclarations = pgTable(
	'conflict_declarations',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		conceptId: ofConcept(),
		memberId: ofMember(),
		step: text().$type<ConflictStep>().notNull(),
		kind: text().$type<ConflictKind>().notNull(),
		note: text().notNull().default(''),
		/** Somebody else may set it where the person does not. */
		byPersonId: person('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.procedureId, t.memberId), index().on(t.conceptId), index().on(t.memberId), index().on(t.byPersonId)]
);

/** What one member of the jury finds of one concept. */
export const reviews = pgTable(
	'reviews',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		conceptId: ofConcept(),
		memberId: ofMember(),
		state: text().$type<ReviewState>().notNull().default('open'),
		/** 1 to 3: how sure. */
		confidence: smallint(),
		note: text().notNull().default(''),
		/** Levels and reasons until it is handed in; the scores come into being then. */
		draft: jsonb().$type<Score[]>(),
		/** Why without a vote. */
		reason: text(),
		version: integer().notNull().default(1),
		submittedAt: moment('submitted_at')
	},
	(t) => [uniqueIndex().on(t.conceptId, t.memberId), index().on(t.procedureId), index().on(t.memberId)]
);

/** Points for one leaf, each version kept: the one without `supersededAt` counts. */
export const reviewScores = pgTable(
	'review_scores',
	{
		id: uuid().primaryKey(),
		reviewId: uuid('review_id')
			.notNull()
			.references(() => reviews.id, { onDelete: 'cascade' }),
		leafId: uuid('leaf_id').notNull(),
		/** As on the scale of the leaf. */
		points: smallint().notNull(),
		reason: text().notNull().default(''),
		/** Why it was changed after all had seen all. */
		changeReason: text('change_reason'),
		at: moment('at').notNull(),
		supersededAt: moment('superseded_at')
	},
	(t) => [index().on(t.reviewId, t.leafId)]
);

/** A deputy scores in a juror's place, for one concept or for all, by a word of whoever leads. */
export const substitutions = pgTable(
	'substitutions',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		memberId: ofMember(),
		/** Null: for every concept. */
		conceptId: uuid('concept_id').references(() => concepts.id, { onDelete: 'cascade' }),
		reason: text().notNull(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.procedureId), index().on(t.memberId), index().on(t.conceptId), index().on(t.byPersonId)]
);

/** A juror leaves. What they handed in stays in the file; whether it counts is decided, with a reason. */
export const withdrawals = pgTable(
	'jury_withdrawals',
	{
		memberId: ofMember().primaryKey(),
		procedureId: ofProcedure(),
		reason: text().notNull(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull(),
		/** Null until it is decided. */
		counts: boolean(),
		countsReason: text('counts_reason'),
		decidedBy: person('decided_by'),
		decidedAt: moment('decided_at')
	},
	(t) => [index().on(t.procedureId), index().on(t.byPersonId), index().on(t.decidedBy)]
);

/** What was said about a concept in the session. */
export const deliberations = pgTable(
	'deliberations',
	{
		conceptId: ofConcept().primaryKey(),
		procedureId: ofProcedure(),
		note: text().notNull().default(''),
		version: integer().notNull().default(1),
		updatedBy: person('updated_by'),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.procedureId), index().on(t.updatedBy)]
);

/** When and where a group presents its concept; for a concept of the first of two stages, the talk with whoever was chosen. */
export const presentations = pgTable(
	'presentations',
	{
		conceptId: ofConcept().primaryKey(),
		procedureId: ofProcedure(),
		startsAt: moment('starts_at').notNull(),
		endsAt: moment('ends_at').notNull(),
		place: text().notNull(),
		note: text().notNull().default(''),
		/** Grows with every change, for calendars. */
		version: integer().notNull().default(1),
		cancelledAt: moment('cancelled_at'),
		/** A talk between two stages was held, and what was said; the group reads it. */
		heldAt: moment('held_at'),
		said: text().notNull().default(''),
		byPersonId: person('by_person_id'),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.procedureId), index().on(t.byPersonId)]
);

/** Points are fixed; the last row counts. */
export const scoreLocks = pgTable(
	'score_locks',
	{
		id: uuid().primaryKey(),
		procedureId: ofProcedure(),
		lockedAt: moment('locked_at').notNull(),
		lockedBy: person('locked_by'),
		reopenedAt: moment('reopened_at'),
		reopenedBy: person('reopened_by'),
		reopenReason: text('reopen_reason')
	},
	(t) => [index().on(t.procedureId), index().on(t.lockedBy), index().on(t.reopenedBy)]
);
