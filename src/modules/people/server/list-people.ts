import { and, asc, count, eq, exists, ilike, inArray, or } from 'drizzle-orm';
import { forbidden, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { maySeePeople } from '../policy.ts';
import { heldGrants, type HeldGrant } from './internal/grants-as-json.ts';
import { grants, people } from './tables.ts';

export type ListedPerson = { id: string; name: string; email: string; createdAt: Date; grants: HeldGrant[] };
export type PeopleFilter = {
	q?: string;
	staff?: boolean;
	/** Whoever else counts as staff, for the reason that the caller knows. */ alsoStaff?: string[];
	page?: number;
};
export const peoplePerPage = 50;

/** Who has an account and what they may do, by name; for office and administration. Pages count from 1. */
export async function listPeople(
	ctx: Ctx,
	{ q = '', staff = false, alsoStaff = [], page = 1 }: PeopleFilter = {}
): Promise<{ people: ListedPerson[]; total: number }> {
	if (!ctx.actor) throw unauthenticated();
	if (!maySeePeople(ctx.actor)) throw forbidden();
	const like = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
	const where = and(
		q.trim() ? or(ilike(people.name, like), ilike(people.email, like)) : undefined,
		staff
			? or(exists(ctx.db.select({ id: grants.id }).from(grants).where(eq(grants.personId, people.id))), inArray(people.id, alsoStaff))
			: undefined
	);
	const [counted] = await ctx.db.select({ total: count() }).from(people).where(where);
	const rows = await ctx.db
		.select({ id: people.id, name: people.name, email: people.email, createdAt: people.createdAt, grants: heldGrants })
		.from(people)
		.where(where)
		.orderBy(asc(people.name), asc(people.id))
		.limit(peoplePerPage)
		.offset((Math.max(1, page) - 1) * peoplePerPage);
	return { people: rows, total: counted?.total ?? 0 };
}
