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
	uuid
} from 'drizzle-orm/pg-core';
import { groups } from '#modules/groups/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import type { Content, State } from '../concept.ts';

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
		groupId: uuid('group_id').references(() => groups.id, { onDelete: 'set null' }),
		state: text().$type<State>().notNull().default('draft'),
		version: integer().notNull().default(1),
		/** What is written until it is handed in; cleared then, and restored with the group's own key. */
		draft: jsonb(),
		createdAt: moment('created_at').notNull(),
		updatedAt: moment('updated_at').notNull(),
		submittedAt: moment('submitted_at'),
		/** Age in the box is counted from here. */
		openedAt: moment('opened_at')
	},
	(t) => [index().on(t.procedureId, t.round, t.state), index().on(t.groupId), uniqueIndex().on(t.procedureId, t.round, t.number)]
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
		/** Hash of the entry in the box chain; the receipt names it. */
		entryHash: text('entry_hash').notNull(),
		byPersonId: person('by_person_id'),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.conceptId, t.at), index().on(t.byPersonId)]
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
		sealedAt: moment('sealed_at')
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
