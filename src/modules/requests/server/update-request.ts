import { and, eq, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { fields, type FieldName, type RequestInput } from '../forms.ts';
import { whyNotPublish } from '../request.ts';
import { findOwnRequest } from './find-request.ts';
import { requestValues } from './internal/request-values.ts';
import { spaceRequests } from './tables.ts';

export type Change = { id: string; input: Partial<RequestInput>; only?: readonly FieldName[]; version?: number };

/**
 * Saves what was said, all fields or those of one question. With `version`, 409 when somebody saved in between; a published request that
 * would say nothing any more is refused (422). A published request finds its spaces anew.
 */
export async function updateRequest(ctx: Ctx, { id, input, only = Object.keys(fields) as FieldName[], version }: Change): Promise<void> {
	const before = await findOwnRequest(ctx, id);
	if (before.requestState === 'withdrawn' || before.requestState === 'fulfilled')
		throw refused('closed', 'Dieses Gesuch ist abgeschlossen. Bitte legt ein neues an.');
	const values = await requestValues(ctx, input, only);
	const missing = before.requestState === 'published' ? whyNotPublish({ ...before, ...values }) : null;
	if (missing) throw refused('says-nothing', missing.message, missing.field);
	await ctx.db.transaction(async (db) => {
		const [row] = await db
			.update(spaceRequests)
			.set({ ...values, version: sql`${spaceRequests.version} + 1`, updatedAt: ctx.now, lastConfirmedAt: ctx.now })
			.where(and(eq(spaceRequests.id, id), eq(spaceRequests.version, version ?? before.version)))
			.returning({ state: spaceRequests.requestState });
		if (!row) throw refused('changed-meanwhile', 'Jemand hat dieses Gesuch inzwischen geändert. Bitte ladet die Seite neu und vergleicht.');
		if (row.state === 'published') await recordEvent({ ...ctx, db }, 'request.changed', { subjectId: id });
	});
}
