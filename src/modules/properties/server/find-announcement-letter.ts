import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import type { Letter } from '#lib/server/pdf/blocks.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addressLine } from '../address.ts';
import { announcementLetter } from '../announcement-letter.ts';
import { maySteer } from '../policy.ts';
import { findProperty } from './find-property.ts';
import { objectionCode } from './internal/objection-code.ts';
import { publicationAnnouncements } from './tables.ts';

/** The letter of an announcement, for the municipality to print as often as it needs; `baseUrl` is where objections are taken. Throws 404. */
export async function findAnnouncementLetter(
	ctx: Ctx,
	{ id, announcementId, baseUrl }: { id: string; announcementId: string; baseUrl: string }
): Promise<Letter> {
	const property = await findProperty(ctx, id);
	if (!maySteer(ctx.actor, property) || !isUuid(announcementId)) throw notFound();
	const [row] = await ctx.db
		.select()
		.from(publicationAnnouncements)
		.where(and(eq(publicationAnnouncements.id, announcementId), eq(publicationAnnouncements.propertyId, id)));
	const [town] = await ctx.db.select({ name: municipalities.name }).from(municipalities).where(eq(municipalities.ags, property.ags));
	if (!row || !town) throw notFound();
	return announcementLetter({
		...{ title: property.title, reference: property.reference, address: addressLine(property), municipality: town.name },
		...{ addressee: row.addressee, basis: row.basis, announcedAt: row.announcedAt, clerk: ctx.actor?.name ?? '' },
		code: await objectionCode(ctx, row.id),
		shortAddress: `${baseUrl.replace(/^https?:\/\//, '').replace(/\/$/, '')}/widerspruch`
	});
}
