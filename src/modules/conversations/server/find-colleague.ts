import { sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { nameOf } from '../conversation.ts';

/** Somebody who holds a seat in an organisation where whoever asks holds one too, right now. Throws 401, and 404 for everybody else. */
export async function findColleague(ctx: Ctx, personId: string): Promise<{ name: string; organisation: string }> {
	if (!ctx.actor) throw unauthenticated();
	const now = ctx.now.toISOString();
	const holds = (seat: string) =>
		sql`${sql.raw(seat)}.starts_at <= ${now}::timestamptz and (${sql.raw(seat)}.ends_at is null or ${sql.raw(seat)}.ends_at > ${now}::timestamptz)`;
	const { rows } = isUuid(personId)
		? await ctx.db.execute<{ name: string; organisation: string }>(sql`
			select p.name, o.name as organisation from seats mine join seats theirs on theirs.organisation_id = mine.organisation_id
				join organisations o on o.id = mine.organisation_id join people p on p.id = theirs.person_id
			where mine.person_id = ${ctx.actor.id} and theirs.person_id = ${personId} and p.id <> ${ctx.actor.id} and ${holds('mine')} and ${holds('theirs')}
			order by o.name limit 1`)
		: { rows: [] };
	const [found] = rows;
	if (!found) throw notFound('Diese Person ist nicht in einer Ihrer Organisationen.');
	return { name: nameOf(found.name), organisation: found.organisation };
}
