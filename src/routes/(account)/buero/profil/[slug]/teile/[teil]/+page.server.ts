import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { checkbox, optionalText } from '#lib/forms.ts';
import { forbidden, notFound } from '#lib/refusal.ts';
import { action, issuesOf, valuesOf } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { EditConflict } from '#modules/profiles/conflict.ts';
import { partAddresses, partWords } from '#modules/profiles/part-words.ts';
import { partSchemas, type PartData } from '#modules/profiles/parts.ts';
import { movePart } from '#modules/profiles/server/move-part.ts';
import { releaseVoice } from '#modules/profiles/server/release-voice.ts';
import { removePart } from '#modules/profiles/server/remove-part.ts';
import { savePart } from '#modules/profiles/server/save-part.ts';
import type { Actions, PageServerLoad } from './$types';

const frame = z.object({
	...{ slug: z.string(), teil: z.string(), id: z.string().optional() },
	...{ version: z.coerce.number().int().optional(), internalNote: optionalText(1000), dropFile: checkbox() }
});
const one = z.object({ slug: z.string(), teil: z.string(), id: z.uuid('Diesen Teil gibt es nicht mehr.') });
const back = ({ slug, teil }: { slug: string; teil: string }, said: string) =>
	redirect(303, `/buero/profil/${slug}/teile/${teil}?getan=${said}`);

export const load: PageServerLoad = async ({ params, parent, url }) => {
	const kind = partAddresses[params.teil];
	const { desk } = await parent();
	if (!kind) throw notFound();
	if (!desk.mayWrite) throw forbidden();
	const items = desk.parts.filter((part) => part.kind === kind);
	const wanted = partWords[kind].isSingle ? items[0] : items.find(({ id }) => id === url.searchParams.get('eintrag'));
	return { kind, teil: params.teil, items, edit: wanted ?? null, said: url.searchParams.get('getan') };
};

export const actions: Actions = {
	save: action(frame, async ({ slug, teil, id, ...input }, { locals: { ctx, house } }, form) => {
		const kind = partAddresses[teil];
		if (!kind) throw notFound();
		const values = valuesOf(form);
		const data = partSchemas[kind].safeParse(values);
		if (!data.success) return fail(422, { values, issues: issuesOf(data.error) });
		const [upload] = await readUploads(form, 'file');
		const file = upload ? { store: house.store, upload } : null;
		try {
			await savePart(ctx, { slug, kind, id: id || undefined, data: data.data as PartData, file, ...input });
		} catch (error) {
			if (error instanceof EditConflict) return fail(409, { values, issues: {}, message: error.message, theirs: error.theirs });
			throw error;
		}
		return back({ slug, teil }, 'gespeichert');
	}),
	move: action(one.extend({ up: checkbox() }), async ({ slug, teil, id, up }, { locals }) => {
		await movePart(locals.ctx, { slug, id, up });
		return back({ slug, teil }, 'verschoben');
	}),
	release: action(one.extend({ version: z.coerce.number().int(), released: checkbox() }), async ({ slug, teil, ...voice }, { locals }) => {
		await releaseVoice(locals.ctx, { slug, ...voice });
		return back({ slug, teil }, voice.released ? 'freigegeben' : 'zurueckgenommen');
	}),
	remove: action(one.extend({ everywhere: checkbox() }), async ({ slug, teil, id, everywhere }, { locals }) => {
		await removePart(locals.ctx, { slug, id, everywhere });
		return back({ slug, teil }, everywhere ? 'ueberall' : 'entfernt');
	})
};
