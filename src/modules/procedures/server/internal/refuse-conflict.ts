import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { ProcedureConflict, type Theirs } from '../../conflict.ts';

type Found = { version: number; updatedBy: string | null };

/** Throws 409 with what stands there now when somebody else was faster. `read`: the count of changes that was read. */
export async function refuseConflict(
	ctx: Ctx,
	{ version, updatedBy }: Found,
	{ read, texts }: { read: number | undefined; texts: Theirs['texts'] }
): Promise<void> {
	if (read === version) return;
	const [by] = updatedBy ? await ctx.db.select({ name: people.name }).from(people).where(eq(people.id, updatedBy)) : [];
	throw new ProcedureConflict({ by: by?.name || null, version, texts });
}
