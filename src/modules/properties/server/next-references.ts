import { eq, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { plain } from '../address.ts';

const prefix = (name: string) =>
	plain(name)
		.replace(/[^a-z]/g, '')
		.slice(0, 3)
		.toUpperCase()
		.padEnd(3, 'X');

/**
 * The next free reference numbers of a municipality, "ANG-2026-0007" and on. Two at once wait for each other until the transaction ends, so
 * call it inside one.
 */
export async function nextReferences(ctx: Ctx, { ags, count }: { ags: string; count: number }): Promise<string[]> {
	const [town] = await ctx.db.select({ name: municipalities.nameShort }).from(municipalities).where(eq(municipalities.ags, ags));
	if (!town) throw refused('municipality-unknown', 'Diese Kommune steht nicht im Gemeindeverzeichnis.', 'ags');
	const stem = `${prefix(town.name)}-${ctx.now.getUTCFullYear()}-`;
	await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`reference:${ags}:${stem}`}))`);
	const { rows } = await ctx.db.execute<{ last: number | null }>(
		sql`select max(substring(reference from '\\d+$')::int) as last from properties where ags = ${ags} and reference like ${`${stem}%`}`
	);
	const last = rows[0]?.last ?? 0;
	return Array.from({ length: count }, (_, i) => `${stem}${String(last + 1 + i).padStart(4, '0')}`);
}
