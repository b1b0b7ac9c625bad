import { eq, inArray } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { grants, people } from './tables.ts';

/** Where mail for the office of this installation goes: to its people, and to the administration while there is no office. Only for mails that leave. */
export async function listOfficeAddresses(ctx: Pick<Ctx, 'db'>): Promise<string[]> {
	const rows = await ctx.db
		.selectDistinct({ email: people.email, role: grants.role })
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(inArray(grants.role, ['office', 'admin']));
	const office = rows.filter(({ role }) => role === 'office');
	return (office.length ? office : rows).map(({ email }) => email).sort();
}
