import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderStore } from '#lib/server/store.ts';
import { applyImport } from '#modules/properties/server/import/apply-import.ts';
import { chooseColumns } from '#modules/properties/server/import/choose-columns.ts';
import { chooseSheet } from '#modules/properties/server/import/choose-sheet.ts';
import { importList } from '#modules/properties/server/import/import-list.ts';
import { runImportApply } from '#modules/properties/server/import/run-import-apply.ts';
import { runImportCheck } from '#modules/properties/server/import/run-import-check.ts';
import { startImport } from '#modules/properties/server/import/start-import.ts';
import { undoImport } from '#modules/properties/server/import/undo-import.ts';
import { angermuende } from '../cast.ts';
import { worstList } from '../worst-list.ts';
import type { Commands, Stage } from './access.ts';

const upload = () => ({
	store: folderStore(mkdtempSync(join(tmpdir(), 'gr-access-'))),
	ags: angermuende,
	fileName: 'Liste.csv',
	bytes: worstList()
});

/** An import of the clerk of Angermünde, as far as `applied`. */
async function arrive({ as }: Stage, until: 'uploaded' | 'checked' | 'applied'): Promise<string> {
	const ctx = as('ines');
	const given = upload();
	const { id } = await startImport(ctx, given);
	if (until === 'uploaded') return id;
	await chooseColumns(ctx, { id, chosen: {}, byJob: false });
	await runImportCheck(ctx, { store: given.store, id });
	if (until === 'checked') return id;
	await applyImport(ctx, { id, byJob: false });
	await runImportApply(ctx, { id, personId: null });
	return id;
}

const allowed = ['editor', 'admin'] as const;
const system = (why: string) => ({ allowed: 'system', why }) as const;

/** The import's part of the matrix, for `properties.ts`. */
export const importCommands: Commands = {
	'start-import': { allowed, arrange: async () => (ctx) => startImport(ctx, upload()) },
	'choose-columns': {
		allowed,
		arrange: async (stage) => {
			const id = await arrive(stage, 'uploaded');
			return (ctx) => chooseColumns(ctx, { id, chosen: {}, byJob: false });
		}
	},
	'choose-sheet': {
		allowed,
		arrange: async (stage) => {
			const given = upload();
			const { id } = await startImport(stage.as('ines'), given);
			return (ctx) => chooseSheet(ctx, { store: given.store, id, sheet: '' });
		}
	},
	'apply-import': {
		allowed,
		arrange: async (stage) => {
			const id = await arrive(stage, 'checked');
			return (ctx) => applyImport(ctx, { id, byJob: false });
		}
	},
	'undo-import': {
		allowed,
		arrange: async (stage) => {
			const id = await arrive(stage, 'applied');
			return (ctx) => undoImport(ctx, { id, byJob: false });
		}
	},
	'import-list': { allowed, arrange: async () => (ctx) => importList(ctx, { ...upload(), dryRun: false }) },
	'run-import-check': system('the job of choose-columns'),
	'run-import-apply': system('the job of apply-import'),
	'run-import-undo': system('the job of undo-import'),
	'heal-imports': system('a job of every minute')
};
