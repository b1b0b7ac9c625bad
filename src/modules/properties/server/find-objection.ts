import { and, desc, eq, gte } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { refused, Refusal } from '#lib/refusal.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { truncateAddress } from '#modules/people/session.ts';
import { readCode, type Objection } from '../objection.ts';
import { waitsUntil } from '../publication.ts';
import type { Property } from '../to-space.ts';
import { hashObjectionCode } from './internal/objection-code.ts';
import { properties, propertySteps, publicationAnnouncements } from './tables.ts';

/** The signed link of a mail, or the code of a letter with the address of the net that asks, because codes can be guessed at. */
export type ObjectionKey = { link: string } | { code: string; address: string };

export type FoundObjection = Objection & { announcement: { id: string; email: string | null }; property: Property };

const wrong = () =>
	refused(
		'code-unknown',
		'Diesen Code gibt es nicht. Er steht in der Ankündigung und hat zwölf Zeichen, zum Beispiel ABCD-EFGH-JKMN.',
		'code'
	);

async function announcementOf(ctx: Ctx, key: ObjectionKey) {
	if ('link' in key) {
		const { announcement = '' } = await verifyLink(ctx, { purpose: 'object-publication', token: key.link });
		return isUuid(announcement) ? eq(publicationAnnouncements.id, announcement) : null;
	}
	await countTry(ctx, { what: 'objection code', who: truncateAddress(key.address), limit: 60, minutes: 60 });
	const code = readCode(key.code);
	if (!code) throw wrong();
	return eq(publicationAnnouncements.codeHash, hashObjectionCode(code));
}

/**
 * The announcement that somebody holds a code or a link of, as far as they may know the house. Looking changes nothing: scanners look at every link.
 * Throws 422 for a code that is none, 410 for a link whose house is gone.
 */
export async function findObjection(ctx: Ctx, key: ObjectionKey): Promise<FoundObjection> {
	const wanted = await announcementOf(ctx, key);
	const [row] = wanted
		? await ctx.db
				.select({ announcement: publicationAnnouncements, property: properties, municipality: municipalities.nameShort })
				.from(publicationAnnouncements)
				.innerJoin(properties, eq(properties.id, publicationAnnouncements.propertyId))
				.innerJoin(municipalities, eq(municipalities.ags, properties.ags))
				.where(wanted)
		: [];
	if (!row && 'code' in key) throw wrong();
	if (!row) throw new Refusal(410, 'house-gone', { message: 'Dieses Haus steht nicht mehr im Register. Es wird nichts veröffentlicht.' });
	const { announcement, property, municipality } = row;
	const { announcedAt, objectedAt } = announcement;
	return {
		...{ title: property.title, municipality, ags: property.ags, state: property.publicationState },
		...{ announcedAt, waitsUntil: waitsUntil(announcedAt), objectedAt },
		decision: objectedAt && (await decisionAfter(ctx, property.id, objectedAt)),
		announcement: { id: announcement.id, email: announcement.email },
		property
	};
}

/** What the municipality decided about an objection since then, in its words; null while it has not. */
export async function decisionAfter(ctx: Pick<Ctx, 'db'>, propertyId: string, since: Date): Promise<Objection['decision']> {
	const [step] = await ctx.db
		.select({ at: propertySteps.at, reason: propertySteps.reason })
		.from(propertySteps)
		.where(
			and(
				eq(propertySteps.propertyId, propertyId),
				eq(propertySteps.machine, 'publication'),
				eq(propertySteps.from, 'locked'),
				gte(propertySteps.at, since)
			)
		)
		.orderBy(desc(propertySteps.at))
		.limit(1);
	return step ? { at: step.at, reason: step.reason ?? '' } : null;
}
