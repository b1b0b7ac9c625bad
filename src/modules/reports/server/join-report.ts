import { forbidden, refused } from '#lib/refusal.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { listProperties } from '#modules/properties/server/list-properties.ts';
import { findProperty } from '#modules/properties/server/find-property.ts';
import type { JoinInput } from '../forms.ts';
import { mayRegister } from '../policy.ts';
import { givePhoto } from './accept-report.ts';
import { reportToMove } from './internal/load-report.ts';
import { moveReport } from './internal/move-report.ts';
import { tellReporter } from './internal/tell-reporter.ts';

/** The house that was chosen, or the one of this number in the municipality's register. Throws 422. */
async function houseOf(ctx: Ctx, { ags, input }: { ags: string; input: JoinInput }): Promise<string> {
	if (input.property) {
		const house = await findProperty(ctx, input.property);
		if (house.ags === ags) return house.id;
	}
	const { items } = input.reference ? await listProperties(ctx, { ags, q: input.reference, pageSize: 20 }) : { items: [] };
	const found = items.find(({ reference }) => reference.toLowerCase() === input.reference?.toLowerCase());
	if (found) return found.id;
	throw refused('no-such-house', 'Bitte ein Haus wählen oder sein Aktenzeichen eingeben, wie es im Register steht.', 'reference');
}

/** The municipality knows the house already: the report and its photo go to it. Returns the id of the house. Throws 403, 409 and 422. */
export async function joinReport(ctx: Ctx, { id, input, store }: { id: string; input: JoinInput; store: Store }): Promise<string> {
	const { report, town } = await reportToMove(ctx, id);
	if (!mayRegister(ctx.actor, report)) throw forbidden('Zu einem Haus des Registers legt nur die Kommune eine Meldung.');
	const propertyId = await houseOf(ctx, { ags: report.ags, input });
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await givePhoto(inside, { photo: report.photo, store, propertyId });
		await moveReport(inside, report, { step: 'join', set: { propertyId } });
		await tellReporter(inside, report, {
			title: `Ihre Meldung aus ${town.name} ist angekommen`,
			paragraphs: ['Die Kommune kennt dieses Haus schon und hat Ihre Meldung dazugelegt. Danke, dass Sie hingesehen haben.']
		});
	});
	return propertyId;
}
