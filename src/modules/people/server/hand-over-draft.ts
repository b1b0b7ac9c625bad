import { and, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { drafts } from './tables.ts';

/** Half-finished input goes from one person to another, when whoever calls has asked a policy. Throws 409 when the other one has a draft of the same form. */
export async function handOverDraft(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ form, from, to }: { form: string; from: string; to: string }
): Promise<void> {
	const [own] = await ctx.db
		.select({ id: drafts.id })
		.from(drafts)
		.where(and(eq(drafts.personId, to), eq(drafts.form, form), eq(drafts.subjectId, '')));
	if (own) throw refused('own-draft', 'Sie haben selbst einen angefangenen Entwurf. Bitte ihn zuerst fertigstellen oder verwerfen.');
	await ctx.db
		.update(drafts)
		.set({ personId: to, updatedAt: ctx.now })
		.where(and(eq(drafts.personId, from), eq(drafts.form, form), eq(drafts.subjectId, '')));
}
