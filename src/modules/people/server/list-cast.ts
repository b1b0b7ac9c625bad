import { and, isNotNull, like } from 'drizzle-orm';
import type { Ctx, Grant } from '../actor.ts';
import { grantsAsJson } from './internal/grants-as-json.ts';
import { people } from './tables.ts';

export type CastMember = { id: string; name: string; biography: string | null; grants: Grant[] };

/** Invented people are known by their address: `.example` can receive no mail and belong to nobody (RFC 2606). */
export const inventedPeople = and(like(people.email, '%.example'), isNotNull(people.biography));

/** The people of the demo whom anybody may try on. */
export async function listCast(ctx: Pick<Ctx, 'db'>): Promise<CastMember[]> {
	return ctx.db
		.select({ id: people.id, name: people.name, biography: people.biography, grants: grantsAsJson })
		.from(people)
		.where(inventedPeople)
		.orderBy(people.id)
		.limit(50);
}
