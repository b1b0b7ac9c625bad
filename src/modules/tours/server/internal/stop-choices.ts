import { and, asc, eq, isNotNull, or, sql } from 'drizzle-orm';
import { isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';

export type Choice = { id: string; title: string; place: string; isPublic: boolean; isMunicipal: boolean };

/** The houses of a town that somebody may lead people to: its own people all of them, an office those that are published. */
export const mayChoose = (ctx: Pick<Ctx, 'actor'>, ags: string) =>
	and(eq(properties.ags, ags), isEditorOf(ctx.actor, ags) ? undefined : isNotNull(spaces.id));

/** At most eight of them whose name, street or number has these words. */
export async function findChoices(ctx: Ctx, { ags, words }: { ags: string; words: string }): Promise<Choice[]> {
	const like = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
	const said = or(
		sql`${properties.title} ilike ${like}`,
		sql`coalesce(${properties.street}, '') || ' ' || coalesce(${properties.houseNumber}, '') ilike ${like}`,
		sql`${properties.reference} ilike ${like}`
	);
	const rows = await ctx.db
		.select({
			...{ id: properties.id, title: properties.title, isMunicipal: properties.isMunicipal, space: spaces.id },
			...{ street: properties.street, number: properties.houseNumber, district: properties.district }
		})
		.from(properties)
		.leftJoin(spaces, eq(spaces.id, properties.id))
		.where(and(mayChoose(ctx, ags), said))
		.orderBy(asc(properties.title), asc(properties.id))
		.limit(8);
	return rows.map(({ space, street, number, district, ...one }) => ({
		...one,
		isPublic: space !== null,
		place: [[street, number].filter(Boolean).join(' '), district].filter(Boolean).join(', ')
	}));
}
