import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { legalForms, type LegalForm } from '../legal-form.ts';
import { checkAlive, groupForSpeaker } from './internal/group-for.ts';
import { note, tellMembers } from './internal/tell.ts';
import { groups } from './tables.ts';

/** The legal form that a group is on its way to; what was ticked for another stays. Throws 401, 403, 404, 409. */
export async function chooseLegalForm(ctx: Ctx, { id, form }: { id: string; form: LegalForm }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await groupForSpeaker(inside, id, { lock: true });
		checkAlive(row);
		if (row.state === 'established') throw refused('established', 'Die Gruppe hat ihre Rechtsform schon.');
		await db.update(groups).set({ legalForm: form, updatedAt: ctx.now }).where(eq(groups.id, id));
		const { name } = legalForms[form];
		await note(inside, row, { kind: 'legal_form', what: name });
		await tellMembers(inside, row, { title: `${row.name}: Rechtsform`, text: `Der Weg geht jetzt zu: ${name}.`, tab: '/rechtsform' });
	});
}
