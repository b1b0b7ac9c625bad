import { isDay } from '#lib/calendar.ts';
import { Handed } from '#lib/handed.ts';
import { notFound } from '#lib/refusal.ts';
import { countHeads, listHeads } from '#modules/records/server/list-heads.ts';
import { loadKeys } from '#modules/records/server/load-public-key.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const size = 30;

/** `?vor=2026-11-01`: the days before. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const before = url.searchParams.get('vor') ?? undefined;
	if (before !== undefined && !isDay(before)) throw notFound();
	const heads = await listHeads(ctx, { before, limit: size + 1 });
	const view = { heads: heads.slice(0, size), hasMore: heads.length > size, total: await countHeads(ctx), keys: await loadKeys(ctx) };
	return { isFirst: before === undefined, view: new Handed(view) };
};
