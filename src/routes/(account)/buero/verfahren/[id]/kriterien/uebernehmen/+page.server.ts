import { redirect } from '@sveltejs/kit';
import { refused } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { mostSetBytes } from '#modules/procedures/criteria-set.ts';
import { takeForm } from '#modules/procedures/forms.ts';
import { listComparable } from '#modules/procedures/server/compare-procedures.ts';
import { findCriteria } from '#modules/procedures/server/find-procedure.ts';
import { takeCriteria, type TakeFrom } from '#modules/procedures/server/take-criteria.ts';
import { templates } from '#modules/procedures/templates.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const { criteria } = await findCriteria(ctx, params.id);
	const { procedures } = await listComparable(ctx, params.id);
	return { templates, procedures, hasCriteria: criteria.areas.length + criteria.eligibility.length > 0 };
};

async function fromFile(data: FormData): Promise<TakeFrom> {
	const [file] = await readUploads(data, 'file');
	if (!file) throw refused('no-file', 'Bitte eine Vorlage wählen oder eine Datei auswählen.', 'file');
	if (file.bytes.length > mostSetBytes) throw refused('too-large', 'Diese Datei ist zu groß für Kriterien.', 'file');
	return { json: new TextDecoder().decode(file.bytes).replaceAll('\0', '') };
}

export const actions: Actions = {
	default: action(takeForm, async ({ vorlage, replace }, { locals, params }, data) => {
		const from = vorlage ? { key: vorlage } : await fromFile(data);
		await takeCriteria(locals.ctx, { id: params.id ?? '', from, replace });
		return redirect(303, `/buero/verfahren/${params.id}/kriterien?getan=uebernommen`);
	})
};
