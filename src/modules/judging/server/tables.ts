import { index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { concepts } from '#modules/concepts/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import type { CandidateState, ConflictKind, ConflictStep, ReviewState } from '../judging.ts';

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
		supplementUntil: moment('supplement_until'),
		/** Spans of the content that stay hidden in the first reading. */
		redactions: jsonb().$type<Record<string, [number, number][]>>().notNull().default({}),
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
