import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { startSession } from './internal/start-session.ts';
import { inventedPeople } from './list-cast.ts';
import { people } from './tables.ts';

type Wish = { personId: string; device: string; demo: boolean };

/** Signs in as one of the invented people, in the demo only, where nobody has a phone to show: the second factor counts as shown. Returns the token for the cookie. */
export async function signInAsCast(ctx: Ctx, { personId, device, demo }: Wish): Promise<string> {
	if (!demo || !isUuid(personId)) throw notFound();
	const [person] = await ctx.db
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.id, personId), inventedPeople));
	if (!person) throw notFound('Diese Person gibt es in der Demo nicht.');
	return startSession(ctx, { personId, device, way: 'demo', shown: true });
}
