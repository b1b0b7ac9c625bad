import { createHash } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import { addJob } from '#lib/server/jobs.ts';
import type { Store } from '#lib/server/store.ts';
import { scanForViruses } from '#lib/server/virus.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { loadFrozen } from '#modules/procedures/server/load-frozen.ts';
import { sheetOf } from '../sheet.ts';
import { checkedFile, fileLimits, plainName } from '../file-kind.ts';
import { conceptForWriter, draftOf, touched, type Held } from './internal/concept-for.ts';
import { conceptFiles, concepts } from './tables.ts';

type Upload = { name: string; bytes: Uint8Array };
type Added = {
	id: string;
	store: Store;
	upload: Upload | undefined;
	for: string | null;
	/** Address of a scanner; without one the own check has to do. */ clamd?: string;
};

/** Type and content, by the bytes and, where there is one, by the scanner. Throws 422; 409 where the scanner cannot be reached. */
async function checked({ upload, clamd }: Added): Promise<{ upload: Upload; contentType: string }> {
	if (!upload) throw refused('no-file', 'Bitte eine Datei auswählen.', 'file');
	const found = checkedFile(upload.name, upload.bytes);
	if ('against' in found) throw refused('file-refused', found.against, 'file');
	const scan = clamd ? await scanForViruses(clamd, upload.bytes) : { state: 'clean' as const };
	if (scan.state === 'found')
		throw refused(
			'file-infected',
			`„${upload.name}“ enthält ${scan.name} und wird nicht angenommen. Bitte das Gerät prüfen, von dem sie stammt.`,
			'file'
		);
	if (scan.state === 'unreachable')
		throw refused(
			'scanner-away',
			'Dateien können gerade nicht auf Viren geprüft werden und werden deshalb nicht angenommen. Bitte in ein paar Minuten noch einmal versuchen; Texte lassen sich weiter speichern.',
			'file'
		);
	return { upload, contentType: found.contentType };
}

async function checkRoom(ctx: Ctx, conceptId: string, bytes: number): Promise<void> {
	const here = and(eq(conceptFiles.conceptId, conceptId), isNull(conceptFiles.removedAt));
	const [sum] = await ctx.db
		.select({ count: sql<number>`count(*)::int`, bytes: sql<number>`coalesce(sum(${conceptFiles.bytes}), 0)::int` })
		.from(conceptFiles)
		.where(here);
	if ((sum?.count ?? 0) >= fileLimits.count)
		throw refused(
			'too-many',
			`Höchstens ${fileLimits.count} Dateien je Konzept. Bitte zuerst andere entfernen oder zusammenfassen.`,
			'file'
		);
	if ((sum?.bytes ?? 0) + bytes > fileLimits.together)
		throw refused('too-much', 'Alle Dateien zusammen dürfen höchstens 100 MB haben. Bitte verkleinern oder andere entfernen.', 'file');
}

/** A file proves a condition or a criterion of the call, or it belongs to the whole. */
async function checkAbout(ctx: Ctx, { row, procedure }: Held, about: string | null): Promise<void> {
	if (about === null) return;
	const sheet = sheetOf((await loadFrozen(ctx, procedure.id)).frozen, row.round);
	if (!sheet.fields.some(({ key, part }) => key === about && part !== 'sketch'))
		throw refused('no-field', 'Bitte sagen, wofür die Datei ist: einen Punkt aus der Liste, oder „für das Ganze“.', 'for');
}

/** Attaches a file to a draft. Throws 401, 404, 409, 422. */
export async function addFile(ctx: Ctx, input: Added): Promise<void> {
	const { id, store } = input;
	const read = await conceptForWriter(ctx, id);
	draftOf(ctx, read);
	await checkAbout(ctx, read, input.for);
	const { upload, contentType } = await checked(input);
	const key = `concepts/${newId()}.bin`;
	await store.put(key, upload.bytes, contentType);
	const added = ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await conceptForWriter(inside, id, { lock: true });
		draftOf(ctx, held);
		await checkRoom(inside, id, upload.bytes.length);
		await db.insert(conceptFiles).values({
			...{ id: newId(), conceptId: id, for: input.for, name: plainName(upload.name), key, contentType, bytes: upload.bytes.length },
			...{ sha256: createHash('sha256').update(upload.bytes).digest('hex'), byPersonId: ctx.actor?.id ?? null, at: ctx.now }
		});
		await db.update(concepts).set(touched(ctx, held.row)).where(eq(concepts.id, id));
	});
	await added.catch(async (error: unknown) => {
		await store.delete(key);
		throw error;
	});
}

/** Takes a file out of the draft. What lies sealed in the box keeps it until something else is handed in. Throws 401, 404, 409. */
export async function removeFile(ctx: Ctx, { id, fileId }: { id: string; fileId: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await conceptForWriter(inside, id, { lock: true });
		draftOf(ctx, held);
		const mine = and(eq(conceptFiles.id, fileId), eq(conceptFiles.conceptId, id));
		const [gone] = await db
			.delete(conceptFiles)
			.where(and(mine, isNull(conceptFiles.sealedAt)))
			.returning();
		if (gone) await addJob(db, { task: 'drop-files', payload: { keys: [gone.key] } });
		else await db.update(conceptFiles).set({ removedAt: ctx.now }).where(mine);
		await db.update(concepts).set(touched(ctx, held.row)).where(eq(concepts.id, id));
	});
}
