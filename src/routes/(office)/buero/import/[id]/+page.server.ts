import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { chosenOf, fileOf, rowQuery } from '#modules/properties/import/import-forms.ts';
import { applyImport } from '#modules/properties/server/import/apply-import.ts';
import { chooseColumns } from '#modules/properties/server/import/choose-columns.ts';
import { chooseSheet } from '#modules/properties/server/import/choose-sheet.ts';
import { findImport } from '#modules/properties/server/import/find-import.ts';
import { listImportReasons } from '#modules/properties/server/import/list-import-reasons.ts';
import { listImportRows } from '#modules/properties/server/import/list-import-rows.ts';
import { undoImport } from '#modules/properties/server/import/undo-import.ts';
import type { Actions, PageServerLoad } from './$types';

const size = 25;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, depends }) => {
	depends('import:progress');
	const { id, fileName, state, town, layout, mapping, progress, report, failure } = await findImport(ctx, params.id);
	const { show, page, columns } = rowQuery(url.searchParams, report);
	const reported = state === 'checked' || state === 'applied' || state === 'undone';
	const list = reported ? await listImportRows(ctx, { id, show, page, size }) : { rows: [], total: 0 };
	const reasons = reported && show === 'rejected' ? await listImportReasons(ctx, id) : [];
	const choosing = state === 'uploaded' || state === 'failed' || (state === 'checked' && columns);
	const shown = { show, page, pages: Math.ceil(list.total / size), list, reasons };
	return { id, fileName, state, town, file: fileOf(layout), mapping, progress, report, failure, choosing, ...shown };
};

const only = z.object({ id: z.string() });
const back = (id: string) => redirect(303, `/buero/import/${id}`);

export const actions: Actions = {
	columns: action(z.looseObject({ id: z.string() }), async ({ id, ...typed }, { locals: { ctx } }) => {
		await chooseColumns(ctx, { id, chosen: chosenOf(typed) });
		back(id);
	}),
	sheet: action(z.object({ id: z.string(), sheet: z.string() }), async ({ id, sheet }, { locals: { ctx, house } }) => {
		await chooseSheet(ctx, { store: house.store, id, sheet });
		back(id);
	}),
	apply: action(only, async ({ id }, { locals: { ctx } }) => {
		await applyImport(ctx, { id });
		back(id);
	}),
	undo: action(only, async ({ id }, { locals: { ctx } }) => {
		await undoImport(ctx, { id });
		back(id);
	})
};
