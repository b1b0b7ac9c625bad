import { dayOf } from '#lib/calendar.ts';
import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { campaignForm, ownerForm, ownershipForm, replyForm, senderForm } from '#modules/owners/forms.ts';
import { usualYears, yearsAfter } from '#modules/owners/owner.ts';
import { addOwner } from '#modules/owners/server/add-owner.ts';
import { beginCampaign } from '#modules/owners/server/begin-campaign.ts';
import { blockOwner } from '#modules/owners/server/block-owner.ts';
import { freezeCampaign } from '#modules/owners/server/freeze-campaign.ts';
import { noteReply } from '#modules/owners/server/note-reply.ts';
import { recordAttitude } from '#modules/owners/server/record-attitude.ts';
import { recordCause } from '#modules/owners/server/record-cause.ts';
import { returnLetter } from '#modules/owners/server/return-letter.ts';
import { saveCampaign } from '#modules/owners/server/save-campaign.ts';
import { saveSender } from '#modules/owners/server/save-sender.ts';
import { sendCampaign } from '#modules/owners/server/send-campaign.ts';
import { ownerRecipients, ownerReplies, ownerships } from '#modules/owners/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { angermuende, cast } from '#testing/cast.ts';
import { demoOwners, heirs, type DemoOwner } from './demo-owners.ts';

const sender = {
	...{ name: 'Stadt Angermünde', unit: 'Stadtplanung und Leerstand', street: 'Markt 24', postalCode: '16278', city: 'Angermünde' },
	...{
		phone: '03331 260 0',
		email: cast.ines.email,
		protection: 'Datenschutzbeauftragte der Stadt Angermünde, datenschutz@angermuende.example'
	},
	authority: 'Die Landesbeauftragte für den Datenschutz Brandenburg, Stahnsdorfer Damm 77, 14532 Kleinmachnow'
};
const inn = 'ANG-2026-0011';

/** Owners of houses in Angermünde, a letter to them in the autumn with its answers, and the draft of the next one. Written through the commands of the product, so that codes and figures are true. */
export async function placeOwners(pool: Pool, now: Date): Promise<void> {
	const db = openDb(pool);
	const at = (daysAgo: number): Ctx => ({ db, actor: cast.ines, now: new Date(now.getTime() - daysAgo * 86_400_000) });
	const houses = await db
		.select({ id: properties.id, reference: properties.reference })
		.from(properties)
		.where(
			and(
				eq(properties.ags, angermuende),
				eq(properties.isMunicipal, false),
				inArray(properties.lifecycleState, ['owner_contacted', 'available', 'in_mediation', 'blocked'])
			)
		)
		.orderBy(asc(properties.reference));
	await saveSender(at(80), { ags: angermuende, input: senderForm.parse(sender) });
	const kranich = houses.find(({ reference }) => reference === inn);
	if (kranich)
		for (const [i, heir] of heirs.entries()) await placeOwner(at(75), kranich.id, { ...heir, rank: i ? 'secondary' : 'primary' });
	if (kranich) await recordCause(at(75), { propertyId: kranich.id, cause: 'inheritance_unresolved', words: 'Drei Erben, keine Eile.' });
	const others = houses.filter(({ reference }) => reference !== inn);
	const placed = new Map<string, DemoOwner>();
	for (const [i, told] of demoOwners.entries()) {
		const house = others[i % Math.max(1, others.length)];
		if (!house || i >= others.length * 3) break;
		placed.set(await placeOwner(at(70), house.id, { ...told, rank: i < others.length ? 'primary' : 'secondary' }), told);
	}
	await placeLetters(at, placed);
}

async function placeOwner(ctx: Ctx, propertyId: string, { rank, ...told }: DemoOwner & { rank: string }): Promise<string> {
	const { share, attitude, reason, blocked, answer: _answer, returned: _returned, ...facts } = told;
	const owner = ownerForm.parse({
		...{ kind: 'private_person', legalBasis: 'public_task', origin: 'Auskunft des Grundbuchamts', ...facts },
		...{ purgeOn: yearsAfter(dayOf(ctx.now), usualYears), country: undefined }
	});
	const ownerId = await addOwner(ctx, { propertyId, owner, ownership: ownershipForm.parse({ rank, share }) });
	if (blocked) await blockOwner(ctx, { id: ownerId, reason: blocked });
	if (reason) await recordCause(ctx, { propertyId, cause: reason[0], words: reason[1] });
	const [held] = await ctx.db.select({ id: ownerships.id }).from(ownerships).where(eq(ownerships.ownerId, ownerId));
	if (attitude && attitude !== 'not_reached' && held)
		await recordAttitude(ctx, { id: held.id, input: { attitude, attitudeSource: 'talk', attitudeOn: null, adviceNeeds: [] } });
	return ownerId;
}

async function placeLetters(at: (daysAgo: number) => Ctx, placed: Map<string, DemoOwner>): Promise<void> {
	const id = await beginCampaign(at(65), { ags: angermuende, name: 'Leere Häuser, Herbst' });
	const replyBy = dayOf(at(65 - 56).now);
	const [campaign, text] = [
		'Leere Häuser, Herbst',
		'Wir schreiben allen, denen in Angermünde ein leeres Haus gehört, auch wegen {haus} ({adresse}).'
	];
	const more =
		'Vielleicht möchten Sie verkaufen oder vermieten, vielleicht jemanden eine Zeit lang hineinlassen, vielleicht alles so lassen, wie es ist. Alles davon ist in Ordnung.\n\nDrei kurze Fragen genügen. Bitte antworten Sie bis {frist}.';
	const input = campaignForm.parse({
		...{ name: campaign, goal: 'Erster Kontakt, ohne Druck', subject: 'Ihr Haus in Angermünde: {haus}', text: `${text}\n\n${more}` },
		...{ signatory: cast.ines.name, signatoryRole: 'Stadtplanung und Leerstand', replyBy, withCosts: '', attitudes: ['not_reached'] }
	});
	await saveCampaign(at(65), { id, version: 1, input });
	await freezeCampaign(at(64), id);
	await sendCampaign(at(62), id);
	const { db } = at(0);
	const letters = await db
		.select({ id: ownerRecipients.id, ownerId: ownerRecipients.ownerId })
		.from(ownerRecipients)
		.where(and(eq(ownerRecipients.campaignId, id), ne(ownerRecipients.state, 'excluded')))
		.orderBy(asc(ownerRecipients.position));
	for (const [i, letter] of letters.entries()) {
		const { answer, returned } = placed.get(letter.ownerId) ?? {};
		if (returned) await returnLetter(at(55), { id: letter.id, reason: 'moved' });
		if (!answer) continue;
		const { plan, showing, needs = [], message, via, heir, phone } = answer;
		const said = replyForm.parse({
			plan,
			showing,
			adviceNeeds: needs,
			message,
			phone,
			callback: phone ? 'phone' : 'none',
			standing: heir ? 'heir' : 'owner'
		});
		await noteReply(at(52 - 3 * i), { id: letter.id, input: { ...said, via: via === 'web' ? 'mail' : via } });
		if (via === 'web') await db.update(ownerReplies).set({ via }).where(eq(ownerReplies.recipientId, letter.id));
	}
	await beginCampaign(at(4), { ags: angermuende, name: 'Zweiter Brief, Frühjahr' });
}
