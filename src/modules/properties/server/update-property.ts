import { and, eq, sql } from 'drizzle-orm';
import { forbidden, refused } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { PropertyInput } from '../forms.ts';
import { sourceOfPoint } from '../moved.ts';
import { mayEdit } from '../policy.ts';
import { addressInText } from '../publication.ts';
import { propertyValues, provenanceOf } from '../to-property.ts';
import type { Property } from '../to-space.ts';
import { isPublic } from '../shown.ts';
import { moveToTown } from './internal/move-to-town.ts';
import { findProperty } from './find-property.ts';
import { projectSpaces } from './project-space.ts';
import { properties } from './tables.ts';

export const conflict = () =>
	refused(
		'changed-meanwhile',
		'Jemand hat dieses Gebäude inzwischen geändert. Ihre Eingaben stehen noch da; bitte vergleichen und dann erneut speichern.'
	);

/**
 * Saves what a person says about a property, which confirms it. `version` is the one they read; if another was written since, nothing is changed (409).
 * `ags` hands it over to the municipality in which it stands. A published face follows in the same transaction; how exactly it shows its place is changed on the preview alone. Returns the row as it is now.
 */
export async function updateProperty(
	ctx: Ctx,
	{ id, version, input, ags }: { id: string; version: number; input: PropertyInput; ags?: string }
): Promise<Property> {
	const before = await findProperty(ctx, id);
	if (!mayEdit(ctx.actor, before)) throw forbidden();
	if (before.version !== version) throw conflict();
	const shown = isPublic(before.publicationState);
	if (
		shown &&
		addressInText({ ...before, summary: null, story: null, ...input, title: input.title ?? '', precision: before.publicPrecision })
	)
		throw refused(
			'address-in-text',
			'Das Gebäude ist mit unscharfer Lage öffentlich. Bitte die genaue Adresse nicht in Titel und Texte schreiben.',
			'summary'
		);
	const [town] = await ctx.db.select({ name: municipalities.nameShort }).from(municipalities).where(eq(municipalities.ags, before.ags));
	const byOffice = isEditorOf(ctx.actor, before.ags);
	// whoever saves the form has looked at the facts; a program that sends them has not
	const isSeen = ctx.actor?.scopes === undefined;
	const { rawAddress, ...values } = propertyValues(input, town?.name ?? '');
	return ctx.db.transaction(async (db) => {
		const moved = await moveToTown({ ...ctx, db }, { before, ags, input });
		const [row] = await db
			.update(properties)
			.set({
				...values,
				locationSource: sourceOfPoint(before, input),
				publicPrecision: shown ? before.publicPrecision : input.publicPrecision,
				rawAddress: rawAddress ?? before.rawAddress,
				externalId: values.externalId ?? before.externalId,
				isMunicipal: byOffice ? input.isMunicipal : before.isMunicipal,
				details: { ...input.details, other: before.details.other },
				provenance: provenanceOf(input, { source: byOffice ? 'office' : 'owner', asOf: ctx.now, before, had: before.provenance }),
				...moved,
				...(isSeen && { lastConfirmedAt: ctx.now, confirmedBy: byOffice ? ('office' as const) : ('owner' as const) }),
				version: sql`${properties.version} + 1`,
				updatedAt: ctx.now,
				updatedBy: ctx.actor?.id ?? null
			})
			.where(and(eq(properties.id, id), eq(properties.version, version)))
			.returning();
		if (!row) throw conflict();
		if (isSeen) await recordEvent({ ...ctx, db }, 'property.confirmed', { subjectId: id, data: { spaceId: id } });
		await afterChange({ ...ctx, db }, row);
		return row;
	});
}

/** What every change to a property or its parts brings along: the public face, and word to those who react. */
export async function afterChange(ctx: Ctx, property: Property): Promise<void> {
	if (!isPublic(property.publicationState)) return;
	await projectSpaces(ctx, [property.id]);
	await recordEvent(ctx, 'space.changed', { subjectId: property.id, data: { spaceId: property.id } });
}
