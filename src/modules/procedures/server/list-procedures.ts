import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { forbidden, unauthenticated } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import { editedMunicipalities, isAdmin, type Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { State } from '../procedure.ts';
import { publicStates } from '../way.ts';
import { isNamed } from './internal/procedure-for.ts';
import { procedures } from './tables.ts';

const perPage = 40;
const columns = {
	...{ id: procedures.id, number: procedures.number, title: procedures.title, kind: procedures.kind, state: procedures.state },
	...{
		house: properties.title,
		town: municipalities.nameShort,
		updatedAt: procedures.updatedAt,
		timeline: procedures.timeline,
		round: procedures.round,
		deadline: procedures.deadline,
		isDemo: procedures.isDemo
	}
};

const rowsOf = ({ db }: Ctx) =>
	db
		.select({ ...columns, total: sql<number>`(count(*) over ())::int` })
		.from(procedures)
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.innerJoin(municipalities, eq(municipalities.ags, properties.ags))
		.$dynamic();

export type ListedProcedure = Omit<Awaited<ReturnType<typeof rowsOf>>[number], 'total'>;
/** `states`: which are asked for; null asks for all that were not discarded. */
export type ProcedureFilter = { states: readonly State[] | null; page: number };

/** The procedures that an office prepares, and those in which whoever asks is named, once they are finished. Throws 401, and 403 for those who have neither. */
export async function listProcedures(ctx: Ctx, { states, page }: ProcedureFilter) {
	const { actor } = ctx;
	if (!actor) throw unauthenticated();
	const towns = editedMunicipalities(actor);
	const isDesk = isAdmin(actor) || towns.length > 0;
	const mine = isAdmin(actor) ? undefined : inArray(properties.ags, towns);
	const items = isDesk
		? await rowsOf(ctx)
				.where(and(mine, states ? inArray(procedures.state, [...states]) : ne(procedures.state, 'discarded')))
				.orderBy(desc(procedures.updatedAt), desc(procedures.id))
				.limit(perPage)
				.offset((page - 1) * perPage)
		: [];
	const others = isAdmin(actor) ? sql`false` : towns.length ? sql`${properties.ags} <> all(${sql.param(towns)}::text[])` : undefined;
	const named = await rowsOf(ctx)
		.where(and(inArray(procedures.state, ['ready', ...publicStates]), isNamed(ctx), others))
		.orderBy(desc(procedures.updatedAt), desc(procedures.id))
		.limit(perPage);
	if (!isDesk && !named.length)
		throw forbidden(
			'Verfahren bereitet die Kommune vor, in der das Haus steht. Hier lesen außerdem alle, die in einem fertigen Entwurf benannt sind.'
		);
	const total = items[0]?.total ?? 0;
	const shown = (rows: typeof items): ListedProcedure[] => rows.map(({ total: _, ...row }) => row);
	return { isDesk, items: shown(items), named: shown(named), total, pages: Math.ceil(total / perPage) };
}
