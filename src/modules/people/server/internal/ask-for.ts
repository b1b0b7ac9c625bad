import { eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '../../actor.ts';
import type { Ask } from '../../ask.ts';
import { notices } from '../post-tables.ts';
import { people } from '../tables.ts';
import type { NoticeRow } from './brief-item.ts';
import { standsIn } from './readers.ts';

export type AskRow = NoticeRow & { ask: Ask; owner: string; answeredByName: string | null };

/**
 * A question for the one it was put to, for whoever stands in for them right now, and for whoever answered it. Null for everybody else and for what is no
 * question. Locks the row when it is to be answered.
 */
export async function askFor(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ id, readerId, lock = false }: { id: string; readerId: string; lock?: boolean }
): Promise<AskRow | null> {
	if (!isUuid(id)) throw notFound();
	const answerer = alias(people, 'answerer');
	const isDeputy = sql<boolean>`exists (select 1 from notices n join deputies d on ${standsIn(ctx.now)} where n.id = ${notices.id} and d.deputy_id = ${readerId}::uuid)`;
	const query = ctx.db
		.select({ notice: notices, owner: people.name, answeredByName: answerer.name, isDeputy })
		.from(notices)
		.innerJoin(people, eq(people.id, notices.personId))
		.leftJoin(answerer, eq(answerer.id, notices.answeredBy))
		.where(eq(notices.id, id));
	const [row] = lock ? await query.for('update', { of: notices }) : await query;
	if (!row?.notice.ask) return null;
	const { notice, owner, answeredByName } = row;
	const mayRead = notice.personId === readerId || row.isDeputy || notice.answeredBy === readerId;
	return mayRead ? { ...notice, ask: row.notice.ask, owner, answeredByName } : null;
}
