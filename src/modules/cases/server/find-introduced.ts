import { and, eq, ne, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { caseParties, introductions } from './case-tables.ts';
import { caseAsParty } from './internal/case-for.ts';

export type Introduced = { personId: string; name: string; title: string; href: string };

/** Whom a party was introduced to, once both agreed. Throws 401, 404, and 409 before that or where the other takes part without an account. */
export async function findIntroduced(ctx: Ctx, { id, introductionId }: { id: string; introductionId: string }): Promise<Introduced> {
	const { row, party } = await caseAsParty(ctx, id);
	const other = and(sql`${caseParties.id} in (${introductions.firstId}, ${introductions.secondId})`, ne(caseParties.id, party.id));
	const which = and(eq(introductions.id, introductionId), eq(introductions.caseId, id));
	const [found] = isUuid(introductionId)
		? await ctx.db
				.select({ one: introductions, other: caseParties })
				.from(introductions)
				.innerJoin(caseParties, other)
				.where(which)
				.limit(1)
		: [];
	if (!found || (found.one.firstId !== party.id && found.one.secondId !== party.id)) throw notFound('Diesen Vorschlag gibt es nicht mehr.');
	if (found.one.state !== 'agreed') throw refused('not-agreed', 'Gesprochen wird, sobald beide zugesagt haben.');
	const { personId, name } = found.other;
	if (!personId) throw refused('nobody-there', 'Die andere Seite hat hier kein Konto. Bitte die Kontaktdaten nutzen.');
	return { personId, name, title: `Fall ${row.number}: ${row.title}`, href: `/konto/faelle/${id}` };
}
