import { eq } from 'drizzle-orm';
import { listActingAddresses } from '#modules/organisations/server/count-people.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { listOfficeAddresses } from '#modules/people/server/list-office-addresses.ts';
import { isPublic } from '../../shown.ts';
import type { Property } from '../../to-space.ts';

/** Whoever acts for the municipality decides next; where nobody does, the office hears of it. */
export async function tellObjection(ctx: Ctx, property: Property): Promise<void> {
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
					isPublic(property.publicationState)
						? 'Die öffentliche Seite ist weg. Das Haus ist gesperrt, bis Sie mit Begründung entschieden haben.'
						: 'Das Haus ist gesperrt, bis Sie mit Begründung entschieden haben.'
				],
				button: { text: 'Widerspruch ansehen', href: `/buero/raeume/${property.id}/vorschau#einwilligung` },
				why: 'Sie bekommen diese Mail, weil Sie für diese Kommune handeln.'
			}
		});
}
