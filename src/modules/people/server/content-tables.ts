import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ContentKind } from '../content.ts';
import { people } from './tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Content that the operator withholds. `before` is what its module needs to bring it back exactly as it was. */
export const withheldContents = pgTable(
	'withheld_contents',
	{
		kind: text().$type<ContentKind>().notNull(),
		contentId: uuid('content_id').notNull(),
		before: jsonb().$type<Record<string, unknown>>().notNull(),
		since: moment('since').notNull()
	},
	(t) => [primaryKey({ columns: [t.kind, t.contentId] })]
);

/** Who may publish nothing for a time, and why; over when `until` has passed or it was lifted. */
export const publishingBars = pgTable(
	'publishing_bars',
	{
		id: uuid().primaryKey(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		until: moment('until').notNull(),
		liftedAt: moment('lifted_at'),
		createdAt: moment('created_at').notNull()
	},
	(t) => [index().on(t.personId, t.until)]
);
