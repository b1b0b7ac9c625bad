import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { frozenLeaves, timelineOf, type Frozen } from '../../frozen.ts';
import { procedures } from '../tables.ts';

/** The working rows say what the call in force says, in all that an amendment may touch: every page at the desk reads them. In the caller's transaction. */
export async function followCall(ctx: Ctx, procedureId: string, call: Frozen): Promise<void> {
	const [at, by] = [ctx.now.toISOString(), ctx.actor?.id ?? null];
	const stamped = sql`version = d.version + 1, updated_at = ${at}::timestamptz, updated_by = ${by}::uuid`;
	await ctx.db
		.update(procedures)
		.set({ timeline: timelineOf(call), updatedAt: ctx.now, updatedBy: by })
		.where(eq(procedures.id, procedureId));
	await ctx.db.execute(sql`
		update procedure_leaves d
		set title = c.title, description = c.description, weight = c.weight, levels = c.levels, ${stamped}
		from jsonb_to_recordset(${JSON.stringify(frozenLeaves(call))}::jsonb) c (id uuid, title text, description text, weight smallint, levels jsonb)
		where d.id = c.id and (d.title, d.description, d.weight, d.levels) is distinct from (c.title, c.description, c.weight, c.levels)`);
	await ctx.db.execute(sql`
		update procedure_eligibility d set title = c.title, description = c.description, evidence_note = c."evidenceNote", ${stamped}
		from jsonb_to_recordset(${JSON.stringify(call.eligibility)}::jsonb) c (id uuid, title text, description text, "evidenceNote" text)
		where d.id = c.id and (d.title, d.description, d.evidence_note) is distinct from (c.title, c.description, c."evidenceNote")`);
}
