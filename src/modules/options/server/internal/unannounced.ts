import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';

/** What nobody has been told of yet. Whoever has no account is written to by mail, so a thing is announced once only. */
export async function unannounced<T extends { kind: string; about: string }>(ctx: Pick<Ctx, 'db'>, words: readonly T[]): Promise<T[]> {
	if (!words.length) return [];
	const { rows } = await ctx.db.execute<{ kind: string; subject_id: string }>(
		sql`select distinct kind, subject_id from notices where kind = any(${sql.param(words.map(({ kind }) => kind))}) and subject_id = any(${sql.param(words.map(({ about }) => about))})`
	);
	const told = new Set(rows.map(({ kind, subject_id: id }) => `${kind} ${id}`));
	return words.filter(({ kind, about }) => !told.has(`${kind} ${about}`));
}
