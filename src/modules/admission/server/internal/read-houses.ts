import { asc, eq, inArray } from 'drizzle-orm';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Answers, QuestionAnswer, Section } from '../../application-form.ts';

/** A house as an application names it: its title, its public page when it has one, and nothing else of the register. */
export type LinkedHouse = { id: string; title: string; slug: string | null };

const columns = { id: properties.id, title: properties.title, slug: spaces.slug };

/** The houses that an application links, by id; one that left the register is left out. */
export async function readHouses({ db }: Pick<Ctx, 'db'>, sections: Section[], answers: Answers): Promise<Record<string, LinkedHouse>> {
	const ids = sections.flatMap(({ key, kind }) =>
		kind === 'question' ? ((answers[key] as QuestionAnswer | undefined)?.houses ?? []) : []
	);
	if (!ids.length) return {};
	const rows = await db.select(columns).from(properties).leftJoin(spaces, eq(spaces.id, properties.id)).where(inArray(properties.id, ids));
	return Object.fromEntries(rows.map((row) => [row.id, row]));
}

/** The register of a town, to choose from; at most 300 by title. */
export async function housesOfTown({ db }: Pick<Ctx, 'db'>, ags: string | null): Promise<LinkedHouse[]> {
	if (!ags) return [];
	return db
		.select(columns)
		.from(properties)
		.leftJoin(spaces, eq(spaces.id, properties.id))
		.where(eq(properties.ags, ags))
		.orderBy(asc(properties.title))
		.limit(300);
}
