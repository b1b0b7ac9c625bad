import {
	bigint,
	customType,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	uniqueIndex,
	uuid,
	type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { groups } from '#modules/groups/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import type { Entry } from '#modules/records/entry.ts';
import type { Content, Draft, State } from '../concept.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });
const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const ofConcept = () =>
	uuid('concept_id')
		.notNull()
		.references(() => concepts.id, { onDelete: 'cascade' });

/** A concept for one round of a procedure. Until the opening only those who write it know of it. */
export const concepts = pgTable(
	'concepts',
	{
		id: uuid().primaryKey(),
		procedureId: uuid('procedure_id')
			.notNull()
			.references(() => procedures.id, { onDelete: 'cascade' }),
		round: smallint().notNull().default(1),
		/** Drawn at the opening: what a concept is called while names are hidden. */
		number: smallint(),
		/** The concept of the first stage from which this one goes on. */
		fromId: uuid('from_id').references((): AnyPgColumn => concepts.id, { onDelete: 'set null' }),
		groupId: uuid('group_id').references(() => groups.id, { onDelete: 'set null' }),
		organisationId: uuid('organisation_id').references(() => organisations.id, { onDelete: 'set null' }),
		state: text().$type<State>().notNull().default('draft'),
		version: integer().notNull().default(1),
		/** What is written until it is handed in; cleared then, and restored with the group's own key. */
		draft: jsonb().$type<Draft>(),
		/** Who saved the draft last, for whoever saves at the same time. */
		updatedBy: person('updated_by'),
		/** The public half of the group's own key; from the first time it is handed in. */
		recipient: text(),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull(),
		submittedAt: moment('submitted_at'),
		openedAt: moment('opened_at'),
		/** Chosen in the first stage for the second. */
		invitedAt: moment('invited_at'),
		/** From then on nobody needs it any more: withdrawn, or never handed in. */
		forgetAt: moment('forget_at')
	},
	(t) => [
		...[index().on(t.procedureId, t.round, t.state), uniqueIndex().on(t.procedureId, t.round, t.number)],
		...[index().on(t.groupId), index().on(t.organisationId), index().on(t.updatedBy), index().on(t.forgetAt), uniqueIndex().on(t.fromId)]
	]
);

/** Who writes a concept and answers for it. */
export const conceptMembers = pgTable(
	'concept_members',
	{
		conceptId: ofConcept(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** Hands it in, and hears first. */
		role: text({ enum: ['lead', 'writer'] }).notNull(),
		joinedAt: moment('joined_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.conceptId, t.personId] }), index().on(t.personId)]
);

/** What lies in the box, as it was handed in: age, for the seal and for the group's own key. */
export const conceptEnvelopes = pgTable(
	'concept_envelopes',
	{
		id: uuid().primaryKey(),
		conceptId: ofConcept(),
		/** Only the last one is opened. */
		supersededAt: moment('superseded_at'),
		content: bytes().notNull(),
		/** The second envelope. */
		offer: bytes(),
		/** The public half of the group's own key that opens it too. */
		recipient: text().notNull(),
		/** The entry in the box chain, as the receipt shows it. */
		entry: jsonb().$type<Entry>().notNull(),
		entryHash: text('entry_hash').notNull(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.conceptId, t.at), index().on(t.byPersonId)]
);

/** Who was asked by mail to write along; the address goes once it is answered. */
export const conceptInvitations = pgTable(
	'concept_invitations',
	{
		id: uuid().primaryKey(),
		conceptId: ofConcept(),
		email: text().notNull(),
		createdBy: person('created_by'),
		createdAt: moment('created_at').notNull(),
		endedAt: moment('ended_at')
	},
	(t) => [index().on(t.conceptId), index().on(t.createdBy)]
);

/** Files of a concept in the store; encrypted once it is handed in. */
export const conceptFiles = pgTable(
	'concept_files',
	{
		id: uuid().primaryKey(),
		conceptId: ofConcept(),
		for: uuid('for'),
		name: text().notNull(),
		key: text().notNull().unique(),
		contentType: text('content_type').notNull(),
		bytes: integer().notNull(),
		sha256: text().notNull(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull(),
		/** Encrypted since then; name, kind and hash lie in the envelope. */
		sealedAt: moment('sealed_at'),
		/** Taken out of what is handed in next; what lies in the box keeps it. */
		removedAt: moment('removed_at')
	},
	(t) => [index().on(t.conceptId), index().on(t.byPersonId)]
);

/** What was in the box, once it is opened. */
export const conceptContents = pgTable('concept_contents', {
	conceptId: ofConcept().primaryKey(),
	content: jsonb().$type<Content>().notNull(),
	/** From the second envelope, once that is opened. */
	offerCents: bigint('offer_cents', { mode: 'number' }),
	openedAt: moment('opened_at').notNull()
});
