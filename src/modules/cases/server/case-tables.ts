import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { groups } from '#modules/groups/server/tables.ts';
import { matches } from '#modules/matching/server/tables.ts';
import { networks } from '#modules/networks/server/tables.ts';
import type { ContactTopic } from '#modules/organisations/contact.ts';
import { contactPoints, organisations } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import type { CaseState, Holder, Origin, Outcome, PartyAccess, PartyRole } from '../case.ts';
import type { IntroductionState } from '../introduction.ts';
import type { RecommendationKind, RecommendationState } from '../recommendation.ts';
import type { DateState, GuestState } from '#lib/guests.ts';
import { messages } from './tables.ts';
import { dueAt } from './internal/due.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });
const ofCase = () =>
	uuid('case_id')
		.notNull()
		.references(() => cases.id, { onDelete: 'cascade' });

/** A mediation case: somebody brings people and a house together. Nothing of it is public. */
export const cases = pgTable(
	'cases',
	{
		id: uuid().primaryKey(),
		/** "Fall 12": what people say on the phone. */
		number: integer().notNull().unique().generatedAlwaysAsIdentity(),
		title: text().notNull(),
		/** What it is about; all parties read it. */
		summary: text().notNull().default(''),
		origin: text().$type<Origin>().notNull(),
		topic: text().$type<ContactTopic>(),
		/** Whose matter it is. */
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		holder: text().$type<Holder>().notNull().default('organisation'),
		/** The network whose office leads it, or helps since the promised days have passed. */
		networkId: uuid('network_id').references(() => networks.id, { onDelete: 'set null' }),
		state: text().$type<CaseState>().notNull().default('new'),
		assigneeId: person('assignee_id'),
		backupId: person('backup_id'),
		nextStep: text('next_step'),
		nextStepOn: date('next_step_on'),
		nextStepRemindedOn: date('next_step_reminded_on'),
		/** What it was when it went to sleep. */
		sleepFrom: text('sleep_from').$type<CaseState>(),
		sleepUntil: date('sleep_until'),
		sleepReason: text('sleep_reason'),
		promisedDays: smallint('promised_days').notNull().default(10),
		/** Since when it waits to be taken on: opened, or handed over. */
		waitingSince: moment('waiting_since').notNull(),
		/** When nobody had taken it up within the promised days, and who helps since then. */
		escalatedAt: moment('escalated_at'),
		escalatedTo: text('escalated_to', { enum: ['deputy', 'network', 'office'] }),
		escalatedWhy: text('escalated_why'),
		/** The first word to the parties: a shared note, a recommendation, a viewing. */
		firstWordAt: moment('first_word_at'),
		outcome: text().$type<Outcome>(),
		lesson: text(),
		closedAt: moment('closed_at'),
		isDemo: boolean('is_demo').notNull().default(false),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [
		index().on(t.organisationId, t.state),
		index().on(t.networkId, t.state),
		...[index().on(t.assigneeId), index().on(t.backupId)],
		index().on(t.createdBy),
		index().on(t.closedAt),
		index('cases_waiting')
			.on(dueAt(t.waitingSince, t.promisedDays))
			.where(sql`${t.state} = 'new' and ${t.escalatedAt} is null`),
		index('cases_asleep')
			.on(t.sleepUntil)
			.where(sql`${t.state} = 'sleeping'`)
	]
);

/** What a case is about: a house, a request, a pair of both, a message, a group. Each row names one of them. */
export const caseSubjects = pgTable(
	'case_subjects',
	{
		id: uuid().primaryKey(),
		caseId: ofCase(),
		propertyId: uuid('property_id').references(() => properties.id, { onDelete: 'cascade' }),
		requestId: uuid('request_id').references(() => spaceRequests.id, { onDelete: 'cascade' }),
		matchId: uuid('match_id').references(() => matches.id, { onDelete: 'cascade' }),
		messageId: uuid('message_id').references(() => messages.id, { onDelete: 'cascade' }),
		groupId: uuid('group_id').references(() => groups.id, { onDelete: 'cascade' })
	},
	(t) => [
		...[t.caseId, t.propertyId, t.requestId, t.groupId].map((column) => index().on(column)),
		uniqueIndex('case_subjects_match_once').on(t.matchId),
		uniqueIndex('case_subjects_message_once').on(t.messageId)
	]
);

/** Who takes part: a person with an account, an organisation, or somebody of whom only a name and an address are known. */
export const caseParties = pgTable(
	'case_parties',
	{
		id: uuid().primaryKey(),
		caseId: ofCase(),
		personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
		organisationId: uuid('organisation_id').references(() => organisations.id, { onDelete: 'cascade' }),
		name: text().notNull(),
		email: text(),
		phone: text(),
		role: text().$type<PartyRole>().notNull(),
		access: text().$type<PartyAccess>().notNull().default('shared'),
		joinedAt: moment('joined_at').notNull(),
		endedAt: moment('ended_at')
	},
	(t) => [index().on(t.caseId), index().on(t.personId), index().on(t.organisationId), index().on(t.email)]
);

/** Every step of a case, its recommendations, viewings and introductions: who, when, from where to where, and why. */
export const caseStepsTaken = pgTable(
	'case_steps',
	{
		id: uuid().primaryKey(),
		caseId: ofCase(),
		machine: text({ enum: ['case', 'recommendation', 'viewing', 'introduction'] }).notNull(),
		subjectId: uuid('subject_id').notNull(),
		step: text().notNull(),
		from: text('from_state').notNull(),
		to: text('to_state').notNull(),
		reason: text(),
		/** Whether the parties read the reason. */
		isShared: boolean('is_shared').notNull().default(false),
		at: moment('at').notNull(),
		byPersonId: person('by_person_id')
	},
	(t) => [index().on(t.caseId, t.at), index().on(t.byPersonId)]
);

/** What only whoever works on the case reads. Pages of the parties never ask this table. */
export const caseInternalNotes = pgTable(
	'case_internal_notes',
	{
		id: uuid().primaryKey(),
		caseId: ofCase(),
		/** Which office wrote it: after a hand-over the next one reads only what was given along. */
		desk: text().notNull(),
		text: text().notNull(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.caseId, t.at), index().on(t.byPersonId)]
);

/** What everybody in the case reads. */
export const caseSharedNotes = pgTable(
	'case_shared_notes',
	{
		id: uuid().primaryKey(),
		caseId: ofCase(),
		text: text().notNull(),
		byPersonId: person('by_person_id'),
		/** As which party; other parties read its role, not its name, until they are introduced. */
		partyId: uuid('party_id').references(() => caseParties.id, { onDelete: 'set null' }),
		isFromDesk: boolean('is_from_desk').notNull(),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.caseId, t.at), index().on(t.byPersonId), index().on(t.partyId)]
);

export const recommendations = pgTable(
	'case_recommendations',
	{
		id: uuid().primaryKey(),
		caseId: ofCase(),
		/** Whom it is for; none is for everybody. */
		partyId: uuid('party_id').references(() => caseParties.id, { onDelete: 'set null' }),
		kind: text().$type<RecommendationKind>().notNull(),
		text: text().notNull(),
		href: text(),
		contactPointId: uuid('contact_point_id').references(() => contactPoints.id, { onDelete: 'set null' }),
		state: text().$type<RecommendationState>().notNull().default('proposed'),
		/** What it hangs on. */
		blockedBy: text('blocked_by'),
		dueOn: date('due_on'),
		reminders: smallint().notNull().default(0),
		remindedOn: date('reminded_on'),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [index().on(t.caseId), index().on(t.dueOn), index().on(t.createdBy), index().on(t.partyId)]
);

export const caseDocuments = pgTable(
	'case_documents',
	{
		id: uuid().primaryKey(),
		caseId: ofCase(),
		name: text().notNull(),
		key: text().notNull().unique(),
		contentType: text('content_type').notNull(),
		bytes: integer().notNull(),
		isShared: boolean('is_shared').notNull(),
		/** As of internal notes. */
		desk: text().notNull(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.caseId, t.at), index().on(t.byPersonId)]
);

/** An office proposes that two parties speak; contact data is shown to both when both agreed. */
export const introductions = pgTable(
	'case_introductions',
	{
		id: uuid().primaryKey(),
		caseId: ofCase(),
		firstId: uuid('first_id')
			.notNull()
			.references(() => caseParties.id, { onDelete: 'cascade' }),
		secondId: uuid('second_id')
			.notNull()
			.references(() => caseParties.id, { onDelete: 'cascade' }),
		text: text().notNull(),
		state: text().$type<IntroductionState>().notNull().default('proposed'),
		firstAgreedAt: moment('first_agreed_at'),
		secondAgreedAt: moment('second_agreed_at'),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index().on(t.caseId), index().on(t.secondId), index().on(t.createdBy)]
);

export const viewings = pgTable(
	'case_viewings',
	{
		id: uuid().primaryKey(),
		caseId: ofCase(),
		title: text().notNull(),
		startsAt: moment('starts_at').notNull(),
		endsAt: moment('ends_at').notNull(),
		place: text().notNull(),
		note: text().notNull().default(''),
		capacity: integer(),
		/** Then everybody finds it under /termine and may sign up; nothing else of the case is to be seen there. */
		isPublic: boolean('is_public').notNull().default(false),
		state: text().$type<DateState>().notNull().default('planned'),
		cancelReason: text('cancel_reason'),
		remindedAt: moment('reminded_at'),
		/** Grows with every change, for calendars. */
		sequence: integer().notNull().default(0),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [
		index().on(t.caseId, t.startsAt),
		index().on(t.createdBy),
		index('case_viewings_planned')
			.on(t.startsAt)
			.where(sql`${t.state} = 'planned'`)
	]
);

export const viewingGuests = pgTable(
	'case_viewing_guests',
	{
		id: uuid().primaryKey(),
		viewingId: uuid('viewing_id')
			.notNull()
			.references(() => viewings.id, { onDelete: 'cascade' }),
		partyId: uuid('party_id')
			.notNull()
			.references(() => caseParties.id, { onDelete: 'cascade' }),
		people: smallint().notNull().default(1),
		state: text().$type<GuestState>().notNull(),
		/** Since when they stand in this line, and, once somebody has noted it, whether they were there. */
		...{ at: moment('at').notNull(), came: boolean() }
	},
	(t) => [uniqueIndex().on(t.viewingId, t.partyId), index().on(t.partyId)]
);
