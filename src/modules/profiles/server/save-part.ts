import { and, count, eq, max } from 'drizzle-orm';
import { isDeepStrictEqual } from 'node:util';
import { newId } from '#lib/server/id.ts';
import type { Store } from '#lib/server/store.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { EditConflict } from '../conflict.ts';
import { partWords } from '../part-words.ts';
import { partFiles, type PartData, type PartKind } from '../parts.ts';
import { keepFile, type Upload } from './internal/keep-file.ts';
import { holdProfile, profileFor, tell } from './internal/profile-for.ts';
import { profileParts } from './tables.ts';

const mostOfAKind = 24;
export type PartInput = {
	slug: string;
	kind: PartKind;
	/** Which one is changed, and the count of its changes when it was read. */
	id?: string;
	version?: number;
	data: PartData;
	internalNote?: string;
	file?: { store: Store; upload: Upload } | null;
	/** Takes the file of a part away that can be without. */
	dropFile?: boolean;
};
type Row = typeof profileParts.$inferSelect;

async function refuseConflict(ctx: Ctx, { data, version, updatedBy }: Row): Promise<never> {
	const [by] = updatedBy ? await ctx.db.select({ name: people.name }).from(people).where(eq(people.id, updatedBy)) : [];
	throw new EditConflict({ data, version, by: by?.name ?? null });
}

async function placeFor(ctx: Ctx, { organisationId, kind }: { organisationId: string; kind: PartKind }): Promise<number> {
	const { many, isSingle } = partWords[kind];
	const [last] = await ctx.db
		.select({ position: max(profileParts.position), n: count() })
		.from(profileParts)
		.where(and(eq(profileParts.organisationId, organisationId), eq(profileParts.kind, kind)));
	if (isSingle && last?.n) throw refused('already-there', `${many} gibt es schon. Bitte die Seite neu laden und dort ändern.`);
	if ((last?.n ?? 0) >= mostOfAKind)
		throw refused('too-many', `Mehr als ${mostOfAKind} mal „${many}“ liest niemand. Bitte erst etwas entfernen.`);
	return (last?.position ?? 0) + 1;
}

/** The known part as it stands, held for this change. 409 with both texts when somebody else was faster. */
async function heldPart(
	ctx: Ctx,
	{ organisationId, kind, id, version }: { organisationId: string; kind: PartKind; id: string; version?: number }
): Promise<Row> {
	const [row] = await ctx.db
		.select()
		.from(profileParts)
		.where(and(eq(profileParts.organisationId, organisationId), eq(profileParts.kind, kind), eq(profileParts.id, id)))
		.for('update');
	if (!row) throw notFound('Diesen Teil gibt es nicht mehr. Jemand hat ihn inzwischen entfernt.');
	if (row.version !== version) await refuseConflict(ctx, row);
	return row;
}

/** Adds a part at the end of its kind, or changes one. New words of a voice need a new release: the old one was given for the old words. Returns its id. */
export async function savePart(
	ctx: Ctx,
	{ slug, kind, id: known, version, data, internalNote, file, dropFile }: PartInput
): Promise<string> {
	const { id: organisationId } = await profileFor(ctx, slug, { write: true });
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await holdProfile(inside, organisationId);
		const before = known ? await heldPart(inside, { organisationId, kind, id: known, version }) : null;
		const fresh = file ? await keepFile(inside, { organisationId, kind, ...file }) : null;
		const fileKey = fresh ?? (dropFile ? null : (before?.fileKey ?? null));
		if (partFiles[kind]?.required && !fileKey) throw refused('no-file', 'Bitte eine Datei auswählen.', 'file');
		const sameWords = before !== null && isDeepStrictEqual(JSON.parse(JSON.stringify(data)), before.data) && fileKey === before.fileKey;
		const id = known ?? newId();
		const row = {
			data,
			fileKey,
			internalNote: internalNote || null,
			releasedAt: sameWords ? before.releasedAt : null,
			updatedAt: ctx.now,
			updatedBy: ctx.actor?.id ?? null
		};
		if (before)
			await db
				.update(profileParts)
				.set({ ...row, version: before.version + 1 })
				.where(eq(profileParts.id, id));
		else {
			const position = await placeFor(inside, { organisationId, kind });
			await db.insert(profileParts).values({ id, organisationId, kind, position, ...row });
		}
		await tell(inside, organisationId, { kind: 'profile.part_saved', part: kind });
		return id;
	});
}
