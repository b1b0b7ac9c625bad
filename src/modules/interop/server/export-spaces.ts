import { and, asc, eq, gt } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import type { Space } from '../space-columns.ts';

const batch = 1000;

/** Every published space (of one municipality), in batches; only the projection is read. */
export async function* exportSpaces(ctx: Ctx, { ags }: { ags?: string } = {}): AsyncGenerator<Space[]> {
	let last: string | null = null;
	for (;;) {
		const found: Space[] = await ctx.db
			.select()
			.from(spaces)
			.where(and(ags ? eq(spaces.ags, ags) : undefined, last ? gt(spaces.id, last) : undefined))
			.orderBy(asc(spaces.id))
			.limit(batch);
		if (found.length) yield found;
		last = found.at(-1)?.id ?? null;
		if (found.length < batch) return;
	}
}
