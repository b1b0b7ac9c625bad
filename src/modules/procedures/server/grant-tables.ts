import { date, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { procedures } from './tables.ts';

/** The terms of a room grant. The rooms are the units of the procedure, the flat fee is its price: both stand there and nowhere else. */
export const procedureGrants = pgTable('procedure_grants', {
	procedureId: uuid('procedure_id')
		.primaryKey()
		.references(() => procedures.id, { onDelete: 'cascade' }),
	/** First and last day. */
	fromDay: date('from_day'),
	untilDay: date('until_day'),
	/** What whoever gets the rooms does for the place. */
	counterPerformance: text('counter_performance').notNull().default('')
});
