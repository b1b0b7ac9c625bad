import { desc } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { RuleVersion } from '../freshness.ts';
import { freshnessRules } from './tables.ts';

/** The rules that count now: the newest version. */
export async function findRules(ctx: Pick<Ctx, 'db'>): Promise<RuleVersion> {
	const [row] = await ctx.db.select().from(freshnessRules).orderBy(desc(freshnessRules.version)).limit(1);
	if (!row)
		throw refused('no-rules', 'Es gibt keine Regeln, wann nach Einträgen gefragt wird. Bitte die Wanderungen der Datenbank laufen lassen.');
	return row;
}
