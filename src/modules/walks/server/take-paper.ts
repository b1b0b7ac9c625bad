import { and, eq, inArray } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { confirmProperties } from '#modules/properties/server/confirm-properties.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { PaperLine } from '../forms.ts';
import { mayWalk } from '../policy.ts';
import { walkEntries } from './tables.ts';

/** Takes the ticks of a sheet in one go; lines about houses of elsewhere are passed over. Returns how many were taken. */
export async function takePaper(ctx: Ctx, { ags, lines }: { ags: string; lines: PaperLine[] }): Promise<number> {
	if (!mayWalk(ctx.actor, ags)) throw forbidden();
	if (!lines.length) return 0;
	return ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const ids = lines.map(({ propertyId }) => propertyId);
		const known = await db
			.select({ id: properties.id })
			.from(properties)
			.where(and(eq(properties.ags, ags), inArray(properties.id, ids)));
		const here = lines.filter(({ propertyId }) => known.some(({ id }) => id === propertyId));
		if (!here.length) return 0;
		const by = { ags, byPersonId: ctx.actor?.id ?? null, takenAt: ctx.now, madeAt: ctx.now };
		await db
			.insert(walkEntries)
			.values(here.map(({ propertyId, kind, note }) => ({ id: newId(), propertyId, kind, note: note ?? null, ...by })));
		await confirmProperties(
			within,
			here.filter(({ kind }) => kind === 'holds').map(({ propertyId }) => propertyId)
		);
		await recordEvent(within, 'walk.paper', { subjectId: ags, data: { taken: here.length } });
		return here.length;
	});
}
