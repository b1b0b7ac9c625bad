import { dayOf } from '#lib/calendar.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { wholeRegister } from '../campaign.ts';
import { enterTown, tell } from './internal/town.ts';
import { ownerCampaigns } from './tables.ts';

/** How a first letter may sound; every word can be changed. */
const draftText = `Sie haben mit {haus} ({adresse}) zu tun. Wir möchten wissen, wie es Ihnen damit geht, und ob wir helfen können.

Vielleicht möchten Sie verkaufen oder vermieten, vielleicht jemanden eine Zeit lang hineinlassen, vielleicht alles so lassen, wie es ist. Alles davon ist in Ordnung. Wir beraten kostenlos, wir kaufen und verkaufen nichts, und es wird nichts veröffentlicht, dem Sie nicht zustimmen.

Drei kurze Fragen genügen. Bitte antworten Sie bis {frist}.`;

/** Begins a letter to the owners of a municipality. Returns its id. Throws 404. */
export async function beginCampaign(ctx: Ctx, { ags, name }: { ags: string; name: string }): Promise<string> {
	await enterTown(ctx, ags);
	const id = newId();
	const replyBy = dayOf(new Date(ctx.now.getTime() + 42 * 86_400_000));
	await ctx.db.transaction(async (db) => {
		await db.insert(ownerCampaigns).values({
			...{
				id,
				ags,
				name,
				selection: wholeRegister,
				subject: 'Ihr Haus: {haus}',
				text: draftText,
				signatory: ctx.actor?.name ?? '',
				replyBy
			},
			...{ createdAt: ctx.now, createdBy: ctx.actor?.id ?? null, updatedAt: ctx.now }
		});
		await tell({ ...ctx, db }, ags, { kind: 'campaign.begun', about: { name } });
	});
	return id;
}
