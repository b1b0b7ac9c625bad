import { newId } from '#lib/server/id.ts';
import type { Ctx } from '../../actor.ts';
import { recordEvent } from '../record-event.ts';
import { grants, people } from '../tables.ts';

/** Gives somebody the administration, with an account if they have none yet. Returns their id. */
export async function makeAdmin(ctx: Ctx, { email, name }: { email: string; name: string }): Promise<string> {
	const [person] = await ctx.db
		.insert(people)
		.values({ id: newId(), name, email, createdAt: ctx.now, updatedAt: ctx.now })
		.onConflictDoUpdate({ target: people.email, set: { updatedAt: ctx.now } })
		.returning({ id: people.id });
	const personId = person?.id ?? '';
	await ctx.db.insert(grants).values({ id: newId(), personId, role: 'admin', grantedAt: ctx.now }).onConflictDoNothing();
	await recordEvent(ctx, 'grant.given', { subjectId: personId, reason: 'first run or command line', data: { role: 'admin' } });
	return personId;
}
