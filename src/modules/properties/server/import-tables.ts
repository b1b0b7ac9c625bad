import { index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Changes, FileFacts, Mapping, Report } from '../import/import.ts';
import type { Problem } from '../import/read-row.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** An upload of a town's list, from file to report and back (undo). */
export const imports = pgTable(
	'imports',
	{
		id: uuid().primaryKey(),
		ags: text()
			.notNull()
			.references(() => municipalities.ags),
		fileName: text('file_name').notNull(),
		fileKey: text('file_key').notNull(),
		fileBytes: integer('file_bytes').notNull(),
		state: text({ enum: ['uploaded', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed'] }).notNull(),
		layout: jsonb().$type<FileFacts>(),
		mapping: jsonb().$type<Mapping>(),
		progress: jsonb().$type<{ done: number; total: number | null }>(),
		report: jsonb().$type<Report>(),
		failure: text(),
		createdAt: moment('created_at').notNull(),
		createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
		appliedAt: moment('applied_at'),
		undoneAt: moment('undone_at')
	},
	(t) => [index().on(t.ags, t.createdAt)]
);

/** One data row of an import: what it would do or did, and what stood there before (for undo). */
export const importRows = pgTable(
	'import_rows',
	{
		id: uuid().primaryKey(),
		importId: uuid('import_id')
			.notNull()
			.references(() => imports.id, { onDelete: 'cascade' }),
		rowNumber: integer('row_number').notNull(),
		outcome: text({ enum: ['created', 'updated', 'unchanged', 'rejected'] }).notNull(),
		propertyId: uuid('property_id'),
		raw: jsonb().$type<string[]>().notNull(),
		changes: jsonb().$type<Changes>(),
		problems: jsonb().$type<Problem[]>()
	},
	(t) => [uniqueIndex().on(t.importId, t.rowNumber), index().on(t.importId, t.outcome, t.rowNumber)]
);

/** How a municipality's columns were understood last time, by the signature of its header. */
export const importMappings = pgTable(
	'import_mappings',
	{
		id: uuid().primaryKey(),
		ags: text()
			.notNull()
			.references(() => municipalities.ags),
		signature: text().notNull(),
		/** Name of a column to the field it means. */
		mapping: jsonb().$type<Record<string, string>>().notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [uniqueIndex().on(t.ags, t.signature)]
);
