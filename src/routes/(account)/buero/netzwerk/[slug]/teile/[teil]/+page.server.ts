import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { checkbox, optionalText } from '#lib/forms.ts';
import { notFound } from '#lib/refusal.ts';
import { action, issuesOf, valuesOf } from '#lib/server/action.ts';
import { readUploads } from '#lib/server/uploads.ts';
import { logoForm } from '#modules/networks/forms.ts';
import { partAddresses, partSchemas, type PartData } from '#modules/networks/parts.ts';
import { removeNetworkLogo, saveNetworkLogo } from '#modules/networks/server/save-network-logo.ts';
import { movePart } from '#modules/networks/server/move-part.ts';
import { removePart } from '#modules/networks/server/remove-part.ts';
import { savePart } from '#modules/networks/server/save-part.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const frame = z.object({
	slug: z.string(),
	teil: z.string(),
	id: z.string().optional(),
	isReleased: checkbox(),
	internalNote: optionalText(1000)
});
const kindOf = (teil: string) => partAddresses[teil] ?? null;
const back = ({ slug, teil }: { slug: string; teil: string }) => redirect(303, `/buero/netzwerk/${slug}/teile/${teil}?gespeichert`);

export const load: PageServerLoad = async ({ params, parent, url }) => {
	const kind = kindOf(params.teil);
	const { desk } = await parent();
	if (!kind || !desk.may.edit) throw notFound();
	const items = desk.parts.filter((part) => part.kind === kind);
	return { kind, teil: params.teil, items, edit: items.find(({ id }) => id === url.searchParams.get('eintrag')) ?? null };
};

export const actions: Actions = {
	save: action(frame, async ({ slug, teil, id, isReleased, internalNote }, { locals }, form) => {
		const kind = kindOf(teil);
		if (!kind) throw notFound();
		const values = valuesOf(form);
		const data = partSchemas[kind].safeParse(values);
		if (!data.success) return fail(422, { values, issues: issuesOf(data.error) });
		await savePart(locals.ctx, { slug, kind, id: id || undefined, data: data.data as PartData, isReleased, internalNote });
		return back({ slug, teil });
	}),
	logo: action(frame.extend({ id: z.uuid() }).and(logoForm), async ({ slug, teil, id, alt }, { locals }, data) => {
		const [upload] = await readUploads(data, 'logo');
		await saveNetworkLogo(locals.ctx, { slug, part: id, alt, upload, store: locals.house.store });
		return back({ slug, teil });
	}),
	removeLogo: action(frame.extend({ id: z.uuid() }), async ({ slug, teil, id }, { locals }) => {
		await removeNetworkLogo(locals.ctx, { slug, part: id, store: locals.house.store });
		return back({ slug, teil });
	}),
	move: action(frame.extend({ id: z.uuid(), up: checkbox() }), async ({ slug, teil, id, up }, { locals }) => {
		await movePart(locals.ctx, { slug, id, up });
		return back({ slug, teil });
	}),
	remove: action(frame.extend({ id: z.uuid() }), async ({ slug, teil, id }, { locals }) => {
		await removePart(locals.ctx, { slug, id });
		return back({ slug, teil });
	})
};
