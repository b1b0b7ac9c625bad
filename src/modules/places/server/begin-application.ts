import { and, eq, notInArray } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Answers } from '../application.ts';
import { mayEditPlace } from '../policy.ts';
import { findPublishedCatalogue } from './find-catalogue.ts';
import { placeFor } from './internal/place-for.ts';
import { placeApplications, placeSteps } from './tables.ts';

/** Begins the application of a place by the criteria that count today; ticks of a self-check may come along. When one is open already, that one is meant. Returns its id. */
export async function beginApplication(ctx: Ctx, { placeId, applies = [] }: { placeId: string; applies?: string[] }): Promise<string> {
	const { place } = await placeFor(ctx, placeId, mayEditPlace);
	const { networkId } = place;
	if (!networkId) throw refused('no-network', 'Dieser Ort gehört noch zu keinem Netzwerk, das auszeichnet.');
	const catalogue = await findPublishedCatalogue(ctx, networkId);
	if (!catalogue) throw refused('no-criteria', 'Das Netzwerk hat seine Kriterien noch nicht veröffentlicht.');
	const codes = new Set(catalogue.criteria.flatMap(({ categories }) => categories.map(({ code }) => code)));
	const answers: Answers = Object.fromEntries(applies.filter((code) => codes.has(code)).map((code) => [code, { applies: true, text: '' }]));
	return ctx.db.transaction(async (db) => {
		const ended = notInArray(placeApplications.state, ['awarded', 'not_yet', 'withdrawn']);
		const [open] = await db
			.select({ id: placeApplications.id })
			.from(placeApplications)
			.where(and(eq(placeApplications.placeId, placeId), ended));
		if (open) return open.id;
		const id = newId();
		const by = ctx.actor?.id ?? null;
		const stamp = { createdBy: by, createdAt: ctx.now, updatedAt: ctx.now };
		const row = { id, placeId, networkId, catalogueId: catalogue.id, answers, values: {}, ...stamp };
		const made = await db.insert(placeApplications).values(row).onConflictDoNothing().returning({ id: placeApplications.id });
		if (!made.length) throw refused('begun-meanwhile', 'Jemand aus der Gruppe hat gerade damit begonnen. Bitte die Seite neu laden.');
		const step = { id: newId(), placeId, machine: 'application', subjectId: id, step: 'begin', from: 'none', to: 'draft' } as const;
		await db.insert(placeSteps).values({ ...step, at: ctx.now, byPersonId: by });
		return id;
	});
}
