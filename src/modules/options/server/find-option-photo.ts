import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import { copyKey } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { deskFor } from './internal/desk-for.ts';
import { holderFor, type HolderKey } from './internal/holder-for.ts';
import { optionReports, options } from './tables.ts';

const sizes = (key: string | null | undefined): string[] => {
	if (!key) throw notFound('Dieses Foto gibt es nicht mehr.');
	return [copyKey(key, 1280), key];
};

/** Keys of a photo in the store, for the office. Throws 401 and 404. */
export async function findDeskPhoto(ctx: Ctx, { id, reportId }: { id: string; reportId: string }): Promise<string[]> {
	await deskFor(ctx, id);
	if (!isUuid(reportId)) throw notFound();
	const [row] = await ctx.db
		.select({ key: optionReports.photoKey })
		.from(optionReports)
		.innerJoin(options, eq(options.id, optionReports.optionId))
		.where(and(eq(optionReports.id, reportId), eq(options.procedureId, id)));
	return sizes(row?.key);
}

/** The same for whoever has the option. Throws 401, 404, 410. */
export async function findOwnPhoto(ctx: Ctx, { key, reportId }: { key: HolderKey; reportId: string }): Promise<string[]> {
	const { option } = await holderFor(ctx, key);
	if (!isUuid(reportId)) throw notFound();
	const [row] = await ctx.db
		.select({ key: optionReports.photoKey })
		.from(optionReports)
		.where(and(eq(optionReports.id, reportId), eq(optionReports.optionId, option.id)));
	return sizes(row?.key);
}
