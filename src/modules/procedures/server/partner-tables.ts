import { boolean, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { procedures } from './tables.ts';

/** The group of a direct match, until it has a concept of its own with the proposal. */
export const procedurePartners = pgTable('procedure_partners', {
	procedureId: uuid('procedure_id')
		.primaryKey()
		.references(() => procedures.id, { onDelete: 'cascade' }),
	name: text().notNull(),
	contact: text().notNull(),
	email: text().notNull(),
	reasons: text().notNull(),
	hasAgreed: boolean('has_agreed').notNull().default(false)
});
