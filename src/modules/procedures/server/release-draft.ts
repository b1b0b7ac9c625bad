import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { mayRelease } from '../policy.ts';
import { heldProcedure } from './internal/procedure-for.ts';
import { refuseConflict } from './internal/refuse-conflict.ts';
import { tellTown } from './internal/tell-town.ts';
import { procedures, procedureSteps } from './tables.ts';

/** The private owner says yes to the finished draft, as they read it; the office that publishes hears of it. Throws 401, 403, 404, 409. */
export async function releaseDraft(ctx: Ctx, { id, version }: { id: string; version: number }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, house } = await heldProcedure(inside, id);
		if (!mayRelease(ctx.actor, house)) throw forbidden('Freigeben kann den Entwurf, wem das Haus gehört, und niemand an seiner Stelle.');
		if (row.state !== 'ready') throw refused('not-ready', 'Freigeben lässt sich, was fertig ist. Bitte zuerst „Entwurf fertig“ wählen.');
		if (row.releasedAt) throw refused('released', 'Der Entwurf ist schon freigegeben.');
		await refuseConflict(inside, row, { read: version, texts: [['Name', row.title]] });
		const by = ctx.actor?.id ?? null;
		await db
			.update(procedures)
			.set({ releasedAt: ctx.now, releasedBy: by, version: version + 1 })
			.where(eq(procedures.id, id));
		const step = { step: 'release', from: 'ready', to: 'ready', byPersonId: by, at: ctx.now } as const;
		await db.insert(procedureSteps).values({ id: newId(), procedureId: id, ...step });
		await recordEvent(inside, 'procedure.released', { subjectId: id });
		const data = {
			title: `Freigegeben: ${row.title}`,
			text: `Wem „${house.title}“ gehört, hat den Entwurf freigegeben. Bitte prüfen und veröffentlichen.`,
			href: `/buero/verfahren/${id}`
		};
		await tellTown(inside, { ags: house.ags, kind: 'procedure-released', subjectId: `${id}:${ctx.now.toISOString()}`, data });
	});
}
