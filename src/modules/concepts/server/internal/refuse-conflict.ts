import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { canonical } from '#modules/records/entry.ts';
import { ConceptConflict, type Theirs } from '../../conflict.ts';

/** By what a part of a draft is known again: another part may change meanwhile and disturbs nobody. */
export const markOf = (part: unknown): string => createHash('sha256').update(canonical(part)).digest('hex').slice(0, 20);

type Parts = { read: string; now: unknown; wanted: unknown; updatedBy: string | null; texts: Theirs['texts'] };

/** Throws 409 with what stands there now, when somebody else changed this part since it was read, and not to the same. */
export async function refuseConflict(ctx: Ctx, { read, now, wanted, updatedBy, texts }: Parts): Promise<void> {
	const mark = markOf(now);
	if (read === mark || markOf(wanted) === mark) return;
	const [by] = updatedBy ? await ctx.db.select({ name: people.name }).from(people).where(eq(people.id, updatedBy)) : [];
	throw new ConceptConflict({ by: by?.name || null, mark, texts });
}
