import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { oldAfterDays } from '#lib/text/age.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { LifecycleState, PublicationState } from '../vocabulary.ts';
import { visibleProperties } from './find-property.ts';
import { countProperties, listProperties } from './list-properties.ts';
import { imports } from './import-tables.ts';
import { properties } from './tables.ts';

const day = 86_400_000;

/** What waits for the office: reports to check, buildings to publish, entries that grew old, imports left lying; and the figures. */
export async function findOfficeHome(ctx: Ctx) {
	const since = new Date(ctx.now.getTime() - oldAfterDays * day);
	const few = { pageSize: 5 } as const;
	const scope = visibleProperties(ctx);
	const [locked, reported, internal, oldest] = [
		await listProperties(ctx, { ...few, publication: 'locked' }),
		await listProperties(ctx, { ...few, lifecycle: 'reported' }),
		await listProperties(ctx, { ...few, lifecycle: 'available', publication: 'internal', unfaded: true }),
		await listProperties(ctx, { ...few, order: 'oldest', unconfirmedSince: since })
	];
	const recent =
		scope === false
			? []
			: await ctx.db
					.select({ id: imports.id, fileName: imports.fileName, state: imports.state, createdAt: imports.createdAt })
					.from(imports)
					.where(
						and(
							or(eq(imports.state, 'checked'), eq(imports.state, 'uploaded')),
							isNull(imports.undoneAt),
							lt(imports.createdAt, ctx.now),
							scope && sql`exists (select 1 from ${properties} where ${scope} and ${properties.ags} = ${imports.ags})`
						)
					)
					.orderBy(desc(imports.createdAt))
					.limit(3);
	return { locked, reported, internal, oldest, imports: recent, figures: figures(await countProperties(ctx)) };
}

type Count = { publication: PublicationState; lifecycle: LifecycleState; count: number };
const closed: LifecycleState[] = ['discarded', 'archived', 'demolished'];

function figures(counts: Count[]) {
	const total = (test: (row: Count) => boolean) => counts.filter(test).reduce((sum, row) => sum + row.count, 0);
	return {
		all: total((row) => !closed.includes(row.lifecycle)),
		shown: total((row) => row.publication === 'public' || row.publication === 'public_blurred'),
		inMediation: total((row) => ['in_mediation', 'reserved', 'in_works', 'interim'].includes(row.lifecycle)),
		reused: total((row) => row.lifecycle === 'reused')
	};
}
