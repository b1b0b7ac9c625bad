import { and, eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isLegalStep, legalStepsOf } from '../legal-form.ts';
import { checkAlive, groupForMember } from './internal/group-for.ts';
import { note } from './internal/tell.ts';
import { groupTicks } from './tables.ts';

type Tick = { id: string; legalStep: string; done: boolean };

/** Ticks a step to the legal form, or opens it again; every member may. Twice changes nothing. Throws 401, 404, 409. */
export async function tickLegalStep(ctx: Ctx, { id, legalStep: step, done }: Tick): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, me } = await groupForMember(inside, id, { lock: true });
		checkAlive(row);
		const form = row.legalForm;
		if (!form) throw refused('no-form', 'Bitte wählt zuerst eine Rechtsform.');
		if (!isLegalStep(form, step)) throw notFound('Diesen Schritt gibt es bei dieser Rechtsform nicht.');
		if (row.state === 'established') throw refused('established', 'Die Gruppe hat ihre Rechtsform schon.');
		const values = { id: newId(), groupId: id, form, step, byPersonId: me.personId, at: ctx.now };
		const that = and(eq(groupTicks.groupId, id), eq(groupTicks.form, form), eq(groupTicks.step, step));
		const { rowCount } = done ? await db.insert(groupTicks).values(values).onConflictDoNothing() : await db.delete(groupTicks).where(that);
		const what = legalStepsOf(form).find((one) => one.id === step)?.title;
		if (rowCount) await note(inside, row, { kind: done ? 'legal_step' : 'legal_step_open', what });
	});
}
