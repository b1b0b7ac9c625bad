import { and, eq, isNotNull } from 'drizzle-orm';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { maySteer } from '../policy.ts';
import { whyNotPublish } from '../publication.ts';
import { findProperty } from './find-property.ts';
import { publicationFacts } from './internal/load-facts.ts';
import { takeStep } from './internal/take-step.ts';
import { publicationAnnouncements } from './tables.ts';

/** The municipality decides about an objection and says why: the lock ends, the house is internal. Whoever objected and left an address is told. */
export async function decideObjection(ctx: Ctx, { id, reason }: { id: string; reason?: string }): Promise<void> {
	const property = await findProperty(ctx, id);
	if (!maySteer(ctx.actor, property)) throw forbidden('Über einen Widerspruch entscheidet die Kommune.');
	if (property.publicationState !== 'locked') throw refused('not-locked', 'Es liegt kein Widerspruch vor, über den zu entscheiden wäre.');
	const [against] = whyNotPublish(await publicationFacts(ctx, property), 'internal', reason);
	if (against) throw refused(against.code, against.message, 'reason');
	await ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		await takeStep(within, property, { publication: 'internal', reason });
		const told = await db
			.selectDistinct({ email: publicationAnnouncements.email })
			.from(publicationAnnouncements)
			.where(
				and(
					eq(publicationAnnouncements.propertyId, id),
					isNotNull(publicationAnnouncements.objectedAt),
					isNotNull(publicationAnnouncements.email)
				)
			);
		for (const { email } of told)
			if (email)
				await addMail(within, {
					to: email,
					template: 'letter',
					data: {
						title: `Über Ihren Widerspruch ist entschieden: ${property.title}`,
						paragraphs: [
							reason ?? '',
							'Veröffentlicht ist damit nichts. Soll das Haus später gezeigt werden, braucht es eine neue Grundlage, und Sie können wieder widersprechen.'
						],
						why: 'Sie bekommen diese Mail, weil Sie der Veröffentlichung widersprochen haben.'
					}
				});
	});
}
