import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PublicReport } from '../../import/import.ts';
import { applyImport } from './apply-import.ts';
import { chooseColumns } from './choose-columns.ts';
import { findImport } from './find-import.ts';
import { runImportApply } from './run-import-apply.ts';
import { runImportCheck } from './run-import-check.ts';
import { startImport } from './start-import.ts';
import { summariseImport } from './summarise-import.ts';
import { refused } from '#lib/refusal.ts';

export type ListInput = {
	store: Store;
	ags: string;
	fileName: string;
	bytes: Uint8Array;
	dryRun: boolean;
	/** Name or number of a sheet, see `startImport`. */
	sheet?: string;
	/** Name of a column to the field it means; everything else is guessed. */
	mapping?: Record<string, string>;
	watch?: (label: string, progress: { done: number; total: number | null }) => void;
};

/** A list from file to report in one go, for the command line and the API: read, check and, unless `dryRun`, take over. */
export async function importList(ctx: Ctx, { dryRun, mapping = {}, watch, ...upload }: ListInput): Promise<PublicReport> {
	const { id } = await startImport(ctx, upload);
	const { mapping: guessed } = await findImport(ctx, id);
	const chosen = Object.fromEntries(
		(guessed?.columns ?? []).flatMap((c) => (mapping[c.name] ? [[String(c.index), mapping[c.name]!]] : []))
	);
	await chooseColumns(ctx, { id, chosen, byJob: false });
	await runImportCheck(ctx, { store: upload.store, id, watch: (progress) => watch?.('Prüfen', progress) });
	const checked = await findImport(ctx, id);
	if (checked.state === 'failed') throw refused('unreadable', checked.failure ?? '', 'file');
	const change = (checked.report?.created ?? 0) + (checked.report?.updated ?? 0);
	if (!dryRun && change > 0) {
		await applyImport(ctx, { id, byJob: false });
		const actor = ctx.actor?.id ? ctx.actor : null;
		await runImportApply({ ...ctx, actor }, { id, personId: ctx.actor?.id || null, watch: (progress) => watch?.('Übernehmen', progress) });
	}
	return summariseImport(ctx, id);
}
