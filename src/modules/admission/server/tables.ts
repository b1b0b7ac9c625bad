import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { networkRoles, networks } from '#modules/networks/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Answer, FormContent } from '../application-form.ts';
import type * as words from '../vocabulary.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });

/** Questions and criteria of a network as they stood at one moment; an application keeps the version it began with. */
export const admissionForms = pgTable(
	'admission_forms',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		version: integer().notNull(),
		content: jsonb().$type<FormContent>().notNull(),
		createdAt: moment('created_at').notNull()
	},
	(t) => [unique().on(t.networkId, t.version)]
);

/** Of an organisation to a network; at most one that is not closed. */
export const applications = pgTable(
	'applications',
	{
		id: uuid().primaryKey(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		organisationId: uuid('organisation_id')
			.notNull()
			.references(() => organisations.id, { onDelete: 'cascade' }),
		formId: uuid('form_id')
			.notNull()
			.references(() => admissionForms.id),
		state: text().$type<words.ApplicationState>().notNull(),
		/** Where it stood when it was put on hold, and until when. */
		heldFrom: text('held_from').$type<words.ApplicationState>(),
		holdUntil: date('hold_until'),
		/** What the applicant was promised: by then the next thing shall have happened. */
		dueOn: date('due_on'),
		/** What the applicant is to pay, fixed at the admission. */
		feeCents: integer('fee_cents').notNull().default(0),
		submittedAt: moment('submitted_at'),
		decidedBy: person('decided_by'),
		decidedAt: moment('decided_at'),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull(),
		stateSince: moment('state_since').notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [
		uniqueIndex('applications_one_open')
			.on(t.networkId, t.organisationId)
			.where(sql`${t.state} not in ('active', 'declined', 'withdrawn')`),
		index().on(t.networkId, t.state),
		index().on(t.organisationId)
	]
);

/** One theme each, with a version of its own, so that several people can write at the same time. */
export const applicationSections = pgTable(
	'application_sections',
	{
		applicationId: uuid('application_id')
			.notNull()
			.references(() => applications.id, { onDelete: 'cascade' }),
		key: text().notNull(),
		answer: jsonb().$type<Answer>(),
		version: integer().notNull(),
		savedBy: person('saved_by'),
		savedAt: moment('saved_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.applicationId, t.key] })]
);

/** Every transition, with who, when and why; `reason` is read by the applicant. */
export const applicationChanges = pgTable(
	'application_changes',
	{
		id: uuid().primaryKey(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => applications.id, { onDelete: 'cascade' }),
		transition: text().notNull(),
		from: text().$type<words.ApplicationState>(),
		to: text().$type<words.ApplicationState>().notNull(),
		at: moment('at').notNull(),
		byPersonId: person('by_person_id'),
		side: text().$type<words.Side>().notNull(),
		reason: text(),
		dueOn: date('due_on')
	},
	(t) => [index().on(t.applicationId, t.at)]
);

/** Interview and founders' meeting: proposals in rounds, the chosen one, and the notes. `internalNote` never leaves the network. */
export const applicationMeetings = pgTable(
	'application_meetings',
	{
		id: uuid().primaryKey(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => applications.id, { onDelete: 'cascade' }),
		kind: text().$type<words.MeetingKind>().notNull(),
		state: text().$type<words.MeetingState>().notNull(),
		/** A link answers the round it was sent with; a new round makes the former links old. */
		round: integer().notNull().default(0),
		slots: jsonb().$type<string[]>().notNull().default([]),
		place: text(),
		link: text(),
		message: text(),
		chosenSlot: moment('chosen_slot'),
		answerNote: text('answer_note'),
		answeredAt: moment('answered_at'),
		answeredBy: person('answered_by'),
		heldOn: date('held_on'),
		participants: text(),
		sharedNote: text('shared_note'),
		internalNote: text('internal_note'),
		version: integer().notNull().default(1),
		updatedBy: person('updated_by'),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [unique().on(t.applicationId, t.kind)]
);

/** One per founder; `choice` is empty for whoever stepped aside. The name stays when the role goes. */
export const applicationVotes = pgTable(
	'application_votes',
	{
		id: uuid().primaryKey(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => applications.id, { onDelete: 'cascade' }),
		roleId: uuid('role_id').references(() => networkRoles.id, { onDelete: 'set null' }),
		voterName: text('voter_name').notNull(),
		choice: text().$type<words.Choice>(),
		isRecused: boolean('is_recused').notNull().default(false),
		reason: text().notNull(),
		/** Who typed it: the founder, or the office for somebody without an account. */
		enteredBy: person('entered_by'),
		at: moment('at').notNull()
	},
	(t) => [unique().on(t.applicationId, t.roleId)]
);

export const applicationPayments = pgTable(
	'application_payments',
	{
		id: uuid().primaryKey(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => applications.id, { onDelete: 'cascade' }),
		amountCents: integer('amount_cents').notNull(),
		receivedOn: date('received_on').notNull(),
		note: text(),
		/** What was paid by an invoice is recorded once, however often it is told. */
		reference: text().unique(),
		recordedBy: person('recorded_by'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.applicationId)]
);
