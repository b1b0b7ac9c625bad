import type { Store } from '#lib/server/store.ts';
import type { Stored } from '#lib/server/store-picture.ts';
import { issuesOf } from '#lib/server/action.ts';
import { refused, unauthenticated } from '#lib/refusal.ts';
import { isEditorOf, isStaff, type Ctx } from '#modules/people/actor.ts';
import { dropDraft } from '#modules/people/server/drop-draft.ts';
import { findDraft } from '#modules/people/server/find-draft.ts';
import { saveDraft } from '#modules/people/server/save-draft.ts';
import { propertyForm } from '../forms.ts';
import { stepAt } from '../record-steps.ts';
import type { Typed } from '../typed.ts';
import { selfReported } from '../vocabulary.ts';
import { attachMedia, keepUploads, type Upload } from './add-media.ts';
import { createProperty, type Created } from './create-property.ts';
import { findNearby } from './find-nearby.ts';
import { locateHouse } from './locate-house.ts';
import { recordConsent } from './record-consent.ts';

export type RecordDraft = { typed: Typed; files: Stored[] };
const place = { form: 'raum' };

export async function findRecordDraft(ctx: Ctx): Promise<RecordDraft> {
	const draft = await findDraft(ctx, place);
	return { typed: {}, files: [], ...(draft?.values as Partial<RecordDraft> | undefined) };
}

type Answer = { step: string; typed: Typed; geocoderUrl?: string; store: Store; uploads: Upload[] };

/** Keeps the answers of one step; nothing is recorded yet. Throws 422 when a place or a file cannot be understood. */
export async function saveRecordStep(ctx: Ctx, { step, typed, geocoderUrl, store, uploads }: Answer): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	const draft = await findRecordDraft(ctx);
	const given = Object.fromEntries((stepAt(step)?.names ?? []).map((name) => [name, typed[name] ?? '']));
	const next: Typed = { ...draft.typed, ...given };
	if (step === 'ort') {
		if (!['street', 'city', 'postalCode', 'district', 'coordinates'].some((name) => String(next[name] ?? '').trim()))
			throw refused('address-missing', 'Bitte eine Straße oder einen Ort angeben.', 'street');
		Object.assign(next, { lat: '', lon: '' });
		const found = await locateHouse(ctx, next, { geocoderUrl });
		if (found?.lat != null) Object.assign(next, { lat: german(found.lat), lon: german(found.lon ?? 0), locationSource: found.source });
	}
	if (step === 'lage' && (given.lat !== draft.typed.lat || given.lon !== draft.typed.lon)) next.locationSource = 'pin';
	const files = uploads.length ? await keepUploads(ctx, { store, uploads }) : [];
	await saveDraft(ctx, { ...place, values: { typed: next, files: [...draft.files, ...files] } });
}

const german = (degrees: number) => String(Math.round(degrees * 1e6) / 1e6).replace('.', ',');

/** The draft as the last page shows it: where it would go, what may be the same house, what is still missing. */
export async function findRecordSummary(ctx: Ctx, { geocoderUrl }: { geocoderUrl?: string }) {
	const { typed, files } = await findRecordDraft(ctx);
	const found = await locateHouse(ctx, typed, { geocoderUrl });
	const parsed = propertyForm.safeParse(typed);
	const { lat, lon } = { lat: found?.lat, lon: found?.lon };
	const twins = found && parsed.success ? await findNearby(ctx, { ...parsed.data, ags: found.ags, lat, lon }) : [];
	return { typed, files: files.length, place: found, twins, issues: parsed.success ? {} : issuesOf(parsed.error) };
}

type Finish = { anyway: boolean; office: boolean; geocoderUrl?: string };

/** Records the house of the draft with its pictures, and forgets the draft. Throws 409 when it may be there already and `anyway` was not said. */
export async function finishRecord(ctx: Ctx, { anyway, office, geocoderUrl }: Finish): Promise<Created> {
	if (!ctx.actor) throw unauthenticated();
	const { typed, files } = await findRecordDraft(ctx);
	const { place: found, twins } = await findRecordSummary(ctx, { geocoderUrl });
	if (!found) throw refused('place-missing', 'Der Ort ist noch unklar. Bitte Ort oder Postleitzahl ergänzen, oder die Nadel setzen.');
	if (office && isStaff(ctx.actor) && !isEditorOf(ctx.actor, found.ags))
		throw refused('elsewhere', `Die Nadel liegt in ${found.town}; dort dürfen Sie nicht erfassen. Bitte den Ort prüfen.`);
	if (twins.length && !anyway) throw refused('duplicate', 'Dieses Haus ist vielleicht schon erfasst. Bitte unten vergleichen.');
	const parsed = propertyForm.safeParse(typed);
	if (!parsed.success) throw refused('incomplete', Object.values(issuesOf(parsed.error)).flat().join(' '));
	return ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const created = await createProperty(within, { ags: found.ags, input: parsed.data });
		if (!isEditorOf(ctx.actor, found.ags)) {
			const by = ctx.actor?.name ?? '';
			await recordConsent(within, {
				id: created.id,
				legalBasis: 'self_reported',
				givenBy: by,
				scope: 'public_blurred',
				note: selfReported
			});
		}
		await attachMedia(within, { id: created.id, files });
		await dropDraft(within, place);
		return created;
	});
}

export async function dropRecordDraft(ctx: Ctx): Promise<void> {
	await dropDraft(ctx, place);
}
