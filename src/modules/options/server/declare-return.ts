import { eq } from 'drizzle-orm';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { changeAsHolder } from './internal/holder-for.ts';
import { tellDesks } from './internal/tell-desk.ts';
import { options } from './tables.ts';

/** The group gives the house back, at any time. It stands in the record at once; the office confirms it, and then the house is free. Throws 401, 403, 404, 409. */
export function declareReturn(ctx: Ctx, { id, reason }: { id: string; reason: string }): Promise<void> {
	return changeAsHolder(ctx, { id }, async (inside, { option, role }) => {
		if (role !== 'lead') throw forbidden('Zurückgeben kann, wer das Konzept für die Gruppe abgegeben hat.');
		if (option.returnDeclaredAt) throw refused('declared', 'Ihr habt die Rückgabe schon erklärt. Das Büro bestätigt sie.');
		await inside.db
			.update(options)
			.set({ returnReason: reason, returnDeclaredBy: ctx.actor?.id ?? null, returnDeclaredAt: ctx.now, version: option.version + 1 })
			.where(eq(options.id, option.id));
		const facts = { turn: option.turn };
		await appendEntry(inside, { recordId: option.procedureId, kind: 'option.return_declared', facts, sealed: { reason } });
		const title = `${option.holderName} gibt das Haus zurück`;
		const text = `Begründung: ${reason} Bitte bestätigen: Dann ist das Haus frei, und wer wartet, kann nachrücken.`;
		await tellDesks(inside, [{ procedureId: option.procedureId, kind: 'option-return', about: option.id, title, text }]);
	});
}
