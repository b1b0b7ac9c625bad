import { dayOf } from '#lib/calendar.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Letter } from '#lib/server/pdf/blocks.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addressLine } from '#modules/properties/address.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { noticeLetter } from '../letter.ts';
import { addressLines, whyNotNotice } from '../owner.ts';
import { accent } from './internal/letters.ts';
import { ownerFor } from './internal/owner-for.ts';
import { ownerSenders, ownerships } from './tables.ts';

/** The notice of Art. 14 GDPR for one owner as a letter. Throws 404, and 409 where there is no sender, no address, or no letter may leave. */
export async function findNoticeLetter(ctx: Ctx, id: string): Promise<Letter> {
	const owner = await ownerFor(ctx, id, { reads: 'Hinweis nach Art. 14' });
	const why = whyNotNotice(owner);
	if (why) throw refused(why.code, why.message);
	const address = addressLines(owner);
	if (!address.length) throw refused('no-address', 'Die Anschrift ist unvollständig. Bitte zuerst ergänzen.');
	const [sender] = await ctx.db.select().from(ownerSenders).where(eq(ownerSenders.ags, owner.ags));
	if (!sender) throw refused('sender-missing', 'Bitte zuerst den Absender eintragen: Er steht auf jedem Brief.');
	const [house] = await ctx.db
		.select({ house: properties })
		.from(ownerships)
		.innerJoin(properties, eq(properties.id, ownerships.propertyId))
		.where(and(eq(ownerships.ownerId, id), isNull(ownerships.until)))
		.orderBy(asc(properties.reference))
		.limit(1);
	const about = house && { title: house.house.title, reference: house.house.reference, address: addressLine(house.house) };
	return noticeLetter({
		sender,
		owner,
		address,
		accent,
		date: dayOf(ctx.now),
		house: about ?? { title: 'Ihr Haus', reference: '–', address: '' }
	});
}
