import { sql } from 'drizzle-orm';
import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { WalkKind } from '../walk.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const person = (name: string) => uuid(name).references(() => people.id, { onDelete: 'set null' });

/** What was taken from a walk. The id is the phone's own: the same entry twice is one row. `changed` and `gone` wait for a person until they are settled. */
export const walkEntries = pgTable(
	'walk_entries',
	{
		id: uuid().primaryKey(),
		ags: text()
			.notNull()
			.references(() => municipalities.ags),
		kind: text().$type<WalkKind>().notNull(),
		propertyId: uuid('property_id')
			.notNull()
			.references(() => properties.id, { onDelete: 'cascade' }),
		note: text(),
		/** When it was seen, which may be weeks before it came in. */
		madeAt: moment('made_at').notNull(),
		takenAt: moment('taken_at').notNull(),
		byPersonId: person('by_person_id'),
		settledAt: moment('settled_at'),
		settledBy: person('settled_by')
	},
	(t) => [
		index().on(t.propertyId),
		index()
			.on(t.ags, t.takenAt)
			.where(sql`settled_at is null and kind in ('changed', 'gone')`)
	]
);
