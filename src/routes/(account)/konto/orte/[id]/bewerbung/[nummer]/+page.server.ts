import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { notFound } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { isEditable } from '#modules/places/application.ts';
import { isBlank } from '#modules/places/criteria.ts';
import { answersForm } from '#modules/places/forms-award.ts';
import { addEvidence, removeEvidence } from '#modules/places/server/change-evidence.ts';
import { findApplication } from '#modules/places/server/find-application.ts';
import { findOwnPlace } from '#modules/places/server/find-own-place.ts';
import { saveAnswers } from '#modules/places/server/save-application.ts';
import type { Actions, PageServerLoad } from './$types';

type Ctx = App.Locals['ctx'];

async function find(ctx: Ctx, id: string, nummer: string) {
	const { application } = await findApplication(ctx, id);
	const all = application?.catalogue.criteria.filter((criterion) => !isBlank(criterion)) ?? [];
	const criterion = all.find(({ number }) => String(number) === nummer);
	if (!application || !criterion) throw notFound('Dieses Kriterium gibt es in Eurer Bewerbung nicht.');
	return { application, criterion, next: all.find(({ number }) => number > criterion.number)?.number ?? null, of: all };
}

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const { place, may } = await findOwnPlace(ctx, params.id);
	const found = await find(ctx, params.id, params.nummer);
	if (!may.edit || !isEditable(found.application.state)) redirect(303, `/konto/orte/${params.id}/bewerbung`);
	return { place, ...found };
};

/** `text_3.1` → `3.1`. */
const part = (values: Record<string, unknown>, prefix: string): Record<string, string> =>
	Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), String(value)]] : []))
	);
const at = z.object({ id: z.string(), nummer: z.string() });

export const actions: Actions = {
	save: action(answersForm.extend(at.shape), async ({ id, nummer, applies, ...rest }, { locals: { ctx, house } }, data) => {
		const { application, criterion, next } = await find(ctx, id, nummer);
		const texts = part(rest, 'text_');
		await saveAnswers(ctx, { id: application.id, number: criterion.number, applies, texts, values: part(rest, 'value_') });
		for (const { code } of criterion.categories) {
			const uploads = await readUploads(data, `files_${code}`);
			if (uploads.length) await addEvidence(ctx, { id: application.id, code, store: house.store, uploads });
		}
		return redirect(303, `/konto/orte/${id}/bewerbung${next ? `/${next}` : ''}`);
	}),
	remove: action(at.extend({ evidenceId: z.uuid() }), async ({ id, nummer, evidenceId }, { locals: { ctx, house }, url }) => {
		const { application } = await find(ctx, id, nummer);
		await removeEvidence(ctx, { id: application.id, evidenceId, store: house.store });
		return redirect(303, url.pathname);
	})
};
