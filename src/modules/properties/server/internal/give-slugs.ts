import { inArray, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { slugOf } from '../../address.ts';
import type { Source } from '../../to-space.ts';
import { properties } from '../tables.ts';

/** Names in order of liking: readable, then with the reference, then with the end of the id, which nobody else has. */
function candidates({ property, town }: Source): [string, string, string] {
	const title = slugOf(property.title);
	const place = slugOf(town.name);
	const base = title.includes(place) ? title : `${title}-${place}`;
	return [base, `${base}-${slugOf(property.reference)}`, `${base}-${property.id.slice(-12)}`];
}

/** Gives each property that has none its name for public addresses, and keeps it. One question and one write for all. */
export async function giveSlugs(ctx: Ctx, sources: Source[]): Promise<Map<string, string>> {
	const given = new Map<string, string>();
	if (!sources.length) return given;
	await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('properties.slug'))`);
	const liked = sources.map((source) => ({ id: source.property.id, names: candidates(source) }));
	const taken = new Set(
		(
			await ctx.db
				.select({ slug: properties.slug })
				.from(properties)
				.where(
					inArray(
						properties.slug,
						liked.flatMap(({ names }) => names)
					)
				)
		).map((row) => row.slug)
	);
	for (const { id, names } of liked) {
		const name = names.find((candidate) => !taken.has(candidate)) ?? id;
		taken.add(name);
		given.set(id, name);
	}
	const json = JSON.stringify([...given].map(([id, slug]) => ({ id, slug })));
	await ctx.db.execute(
		sql`update properties p set slug = r.slug from jsonb_to_recordset(${json}::jsonb) r(id uuid, slug text) where p.id = r.id`
	);
	return given;
}
