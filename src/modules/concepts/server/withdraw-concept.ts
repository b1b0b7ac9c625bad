import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotStep } from '../concept.ts';
import { checkWindow, conceptForLead } from './internal/concept-for.ts';
import { dropFiles, takeBack } from './internal/take-back.ts';
import { concepts } from './tables.ts';

/** Takes back what was handed in, until the deadline: its envelope is destroyed, the entry in the box stays and says so. Throws 401, 403, 404, 409. */
export async function withdrawConcept(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await conceptForLead(inside, id);
		const why = whyNotStep(held.row.state, 'withdraw');
		if (why) throw refused('not-from-here', why);
		checkWindow(ctx, held);
		await takeBack(inside, held.row);
	});
}

/** Throws a concept away that was never handed in. Throws 401, 403, 404, 409. */
export async function discardConcept(ctx: Ctx, { id }: { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await conceptForLead(inside, id);
		if (row.state !== 'draft' && row.state !== 'lapsed')
			throw refused('not-a-draft', 'Wegwerfen lässt sich nur, was nicht abgegeben ist. Abgegebenes könnt Ihr bis zur Frist zurückziehen.');
		await dropFiles(inside, id);
		await db.delete(concepts).where(eq(concepts.id, id));
	});
}
