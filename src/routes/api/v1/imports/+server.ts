import { z } from 'zod';
import { api, answer, absolute } from '#lib/server/api.ts';
import { refused, unauthenticated } from '#lib/refusal.ts';
import { importList } from '#modules/properties/server/import/import-list.ts';
import { editedMunicipalities } from '#modules/people/actor.ts';
import { mappingText } from '#modules/properties/import/import-forms.ts';
import type { RequestHandler } from './$types';

const query = z.object({ dryRun: z.stringbool().default(false) });

/** Multipart: `file`, `municipality` (AGS; not needed when the key has one), `sheet` (name or number), `mapping` (JSON, column name to field). */
export const POST: RequestHandler = api(async (event) => {
	const { ctx, house } = event.locals;
	if (!ctx.actor) throw unauthenticated('Für den Import braucht es einen Schlüssel (Bearer) oder eine Anmeldung.');
	const { dryRun } = query.parse(Object.fromEntries(event.url.searchParams));
	const data = await event.request.formData().catch(() => null);
	const file = data?.get('file');
	if (!data || !(file instanceof File))
		throw refused('file-missing', 'Es fehlt die Datei. Erwartet wird multipart/form-data mit dem Feld „file“.', 'file');
	const own = editedMunicipalities(ctx.actor);
	const ags = String(data.get('municipality') ?? (own.length === 1 ? own[0] : ''));
	if (!/^\d{8}$/.test(ags))
		throw refused(
			'municipality-missing',
			'Bitte das Feld „municipality“ mit dem achtstelligen Schlüssel (AGS) mitschicken.',
			'municipality'
		);
	const mapping = mappingText(data.get('mapping'));
	const sheet = String(data.get('sheet') ?? '') || undefined;
	const bytes = new Uint8Array(await file.arrayBuffer());
	const report = await importList(ctx, { store: house.store, ags, fileName: file.name, bytes, dryRun, sheet, mapping });
	return answer(event, report, { status: 201, headers: { location: absolute(event, `/api/v1/imports/${report.id}`) } });
});
