import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';

/** The account of a member: the one they were entered with, or that of their confirmed address. */
export async function accountOf(
	{ db }: Pick<Ctx, 'db'>,
	{ personId, email }: { personId: string | null; email: string | null }
): Promise<string | null> {
	if (personId || !email) return personId;
	const [person] = await db
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.email, email), eq(people.emailVerified, true)));
	return person?.id ?? null;
}
