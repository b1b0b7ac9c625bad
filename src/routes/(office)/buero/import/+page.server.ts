import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { forbidden, refused, unauthenticated } from '#lib/refusal.ts';
import { listImports } from '#modules/properties/server/import/list-imports.ts';
import { listImportTowns } from '#modules/properties/server/import/list-import-towns.ts';
import { startImport } from '#modules/properties/server/import/start-import.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	if (!ctx.actor) throw unauthenticated();
	const { towns, anywhere } = await listImportTowns(ctx);
	if (!towns.length && !anywhere) throw forbidden();
	return { towns, anywhere, imports: await listImports(ctx), now: ctx.now };
};

const form = z.object({
	ags: z.string({ error: 'Bitte wählen Sie die Kommune.' }).regex(/^\d{8}$/, 'Der Schlüssel (AGS) hat acht Ziffern, zum Beispiel 12073008.')
});

export const actions: Actions = {
	default: action(form, async ({ ags }, { locals: { ctx, house } }, data) => {
		const file = data.get('file');
		if (!(file instanceof File) || file.size === 0)
			throw refused('file-missing', 'Bitte wählen Sie eine Datei aus, die nicht leer ist.', 'file');
		const bytes = new Uint8Array(await file.arrayBuffer());
		const { id } = await startImport(ctx, { store: house.store, ags, fileName: file.name, bytes });
		redirect(303, `/buero/import/${id}`);
	})
};
