import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PresentationInput } from '../../forms.ts';
import { presentations } from '../tables.ts';

/** `clash`: what to say where the group of another concept comes at that time. */
type Putting = { procedureId: string; conceptId: string; input: PresentationInput; clash: (conceptId: string) => string };

/** When and where the group of a concept comes, in place of an earlier appointment. In the caller's transaction. Returns the version of it. Throws 422. */
export async function putSlot(ctx: Ctx, { procedureId, conceptId, input, clash }: Putting): Promise<number> {
	const { startsAt, minutes, place, note } = input;
	if (startsAt <= ctx.now) throw refused('past', 'Dieser Zeitpunkt ist schon vorbei.', 'startsAt');
	const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
	const planned = await ctx.db.select().from(presentations).where(eq(presentations.procedureId, procedureId));
	const other = planned.find((one) => one.conceptId !== conceptId && !one.cancelledAt && one.startsAt < endsAt && one.endsAt > startsAt);
	if (other) throw refused('clash', clash(other.conceptId), 'startsAt');
	const version = (planned.find((one) => one.conceptId === conceptId)?.version ?? 0) + 1;
	const values = { startsAt, endsAt, place, note, version, cancelledAt: null, byPersonId: ctx.actor?.id ?? null, updatedAt: ctx.now };
	await ctx.db
		.insert(presentations)
		.values({ conceptId, procedureId, ...values })
		.onConflictDoUpdate({ target: presentations.conceptId, set: values });
	return version;
}
