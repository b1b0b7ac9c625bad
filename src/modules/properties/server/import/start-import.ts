import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Store } from '#lib/server/store.ts';
import { forbidden, refused, unauthenticated } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayImport } from '../../import/import.ts';
import { understand } from '../../import/understand.ts';
import { recallMapping } from '../internal/import/mappings.ts';
import { imports } from '../import-tables.ts';

export type Upload = {
	store: Store;
	ags: string;
	fileName: string;
	bytes: Uint8Array;
	/** Name or number (from 1) of a sheet of a workbook; guessed when left out. */
	sheet?: string;
};

/**
 * Takes a list in: reads it once, guesses its columns (or recalls them from last time), keeps the file. Nothing of the register changes.
 * Throws 403, or 422 with a sentence when the file is no table.
 */
export async function startImport(ctx: Ctx, { store, ags, fileName, bytes, sheet }: Upload): Promise<{ id: string }> {
	if (!ctx.actor) throw unauthenticated();
	if (!mayImport(ctx.actor, ags)) throw forbidden();
	const [town] = await ctx.db.select({ ags: municipalities.ags }).from(municipalities).where(eq(municipalities.ags, ags));
	if (!town)
		throw refused(
			'municipality-unknown',
			`Die Kommune ${ags} steht nicht im Gemeindeverzeichnis. Der Schlüssel (AGS) hat acht Ziffern.`,
			'ags'
		);
	const { layout, columns, signature } = await understand(bytes, sheet);
	const id = newId();
	const fileKey = `imports/${id}`;
	await store.put(fileKey, bytes, 'application/octet-stream');
	await ctx.db.insert(imports).values({
		id,
		ags,
		fileName: fileName.replace(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(0, 200) || 'Liste',
		fileKey,
		fileBytes: bytes.length,
		state: 'uploaded',
		layout,
		mapping: await recallMapping(ctx, { ags, signature, columns }),
		createdAt: ctx.now,
		createdBy: ctx.actor.id || null
	});
	return { id };
}
