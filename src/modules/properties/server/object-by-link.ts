import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { listActingAddresses } from '#modules/organisations/server/count-people.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { listOfficeAddresses } from '#modules/people/server/list-office-addresses.ts';
import type { ObjectionInput } from '../forms.ts';
import { mayStillObject } from '../objection.ts';
import { whyNotPublish } from '../publication.ts';
import { isPublic } from '../shown.ts';
import { findObjection, type FoundObjection, type ObjectionKey } from './find-objection.ts';
import { publicationFacts } from './internal/load-facts.ts';
import { takeStep } from './internal/take-step.ts';
import { publicationAnnouncements } from './tables.ts';

/**
 * An owner objects by the code of the letter or the link of the mail, before or after the publication: what is shown goes at once, and the house is
 * locked until the municipality has decided. A second time changes nothing. Throws 409 for what belongs to the municipality itself.
 */
export async function objectByLink(ctx: Ctx, { key, input }: { key: ObjectionKey; input: ObjectionInput }): Promise<void> {
	const found = await findObjection(ctx, key);
	const { property, announcement, state } = found;
	if (!mayStillObject(state)) return;
	const reason = `Widerspruch von ${input.name}${input.text ? `: ${input.text}` : ''}`;
	const [against] = whyNotPublish(await publicationFacts(ctx, property), 'locked', reason);
	if (against) throw refused(against.code, against.message);
	await ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		await takeStep(within, property, { publication: 'locked', reason });
		await db.update(publicationAnnouncements).set({ objectedAt: ctx.now }).where(eq(publicationAnnouncements.id, announcement.id));
		await tellOffice(within, found);
	});
}

/** Whoever acts for the municipality decides next; where nobody does, the office hears of it. */
async function tellOffice(ctx: Ctx, { property, state }: FoundObjection): Promise<void> {
	const [town] = await ctx.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.ags, property.ags));
	const own = town ? await listActingAddresses(ctx, town.id) : [];
	for (const to of own.length ? own : await listOfficeAddresses(ctx))
		await addMail(ctx, {
			to,
			template: 'letter',
			data: {
				title: `Widerspruch gegen die Veröffentlichung von ${property.reference}`,
				paragraphs: [
					`Gegen die Veröffentlichung von „${property.title}“ (${property.reference}) ist widersprochen worden.`,
					isPublic(state)
						? 'Die öffentliche Seite ist weg. Das Haus ist gesperrt, bis Sie mit Begründung entschieden haben.'
						: 'Das Haus ist gesperrt, bis Sie mit Begründung entschieden haben.'
				],
				button: { text: 'Widerspruch ansehen', href: `/buero/raeume/${property.id}/vorschau#einwilligung` },
				why: 'Sie bekommen diese Mail, weil Sie für diese Kommune handeln.'
			}
		});
}
