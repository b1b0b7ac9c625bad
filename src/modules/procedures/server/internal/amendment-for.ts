import { eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedureAmendments } from '../publication-tables.ts';
import { heldByTown, type Held } from './procedure-for.ts';

export type AmendmentRow = typeof procedureAmendments.$inferSelect;

export const tooLate = () => refused('too-late', 'Ändern lässt sich ein Aufruf nur, solange er offen ist.');

/** The amendment in work, held, for the office. Throws 401, 404. */
export async function heldAmendment(ctx: Ctx, id: string): Promise<Held & { amendment: AmendmentRow }> {
	const held = await heldByTown(ctx, id);
	const [amendment] = await ctx.db.select().from(procedureAmendments).where(eq(procedureAmendments.procedureId, id));
	if (!amendment) throw notFound('Diese Änderung gibt es nicht mehr. Sie ist veröffentlicht oder verworfen.');
	return { ...held, amendment };
}
