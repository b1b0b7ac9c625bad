import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { evidenceText } from '../criteria.ts';
import type { EligibilityInput } from '../forms.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { lastPosition } from './internal/position.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { procedureEligibility } from './tables.ts';

const most = 30;

/** Adds a condition that is met or not, or changes one. Throws 401, 404, 409 (with both texts when somebody was faster). */
export async function saveEligibility(ctx: Ctx, { id, input }: { id: string; input: EligibilityInput }): Promise<string> {
	return changeDraft(ctx, id, async (inside) => {
		const { partId: known, version, ...rest } = input;
		const stamp = { ...rest, updatedBy: ctx.actor?.id ?? null, updatedAt: ctx.now };
		if (!known) {
			const { position, count } = await lastPosition(inside, procedureEligibility, eq(procedureEligibility.procedureId, id));
			if (count >= most) throw refused('too-many', `Mehr als ${most} Bedingungen liest niemand. Bitte erst etwas entfernen.`);
			const newOne = newId();
			await inside.db.insert(procedureEligibility).values({ id: newOne, procedureId: id, position, ...stamp });
			return newOne;
		}
		const [row] = await inside.db
			.select()
			.from(procedureEligibility)
			.where(and(eq(procedureEligibility.id, known), eq(procedureEligibility.procedureId, id)));
		if (!row) throw notFound('Diese Bedingung gibt es nicht mehr. Jemand hat sie inzwischen entfernt.');
		const texts: [string, string][] = [
			['Bedingung', row.title],
			['Beschreibung', row.description],
			['Nachweise', evidenceText(row)]
		];
		await refuseConflict(inside, row, { read: version, texts });
		await inside.db
			.update(procedureEligibility)
			.set({ ...stamp, version: row.version + 1 })
			.where(eq(procedureEligibility.id, known));
		return known;
	});
}
