import { forbidden, refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { longDay } from '#modules/people/moments.ts';
import type { AnnouncementInput } from '../forms.ts';
import { announcementBases, objectionLinkDays } from '../objection.ts';
import { mayPublish } from '../policy.ts';
import { waitsUntil, whyNotPublish } from '../publication.ts';
import { findProperty } from './find-property.ts';
import { publicationFacts } from './internal/load-facts.ts';
import { hashObjectionCode, objectionCode } from './internal/objection-code.ts';
import { takeStep } from './internal/take-step.ts';
import { publicationAnnouncements } from './tables.ts';

/**
 * Notes that the owner was told of the publication, how and on which ground; the month of waiting begins. With a mail address they are told by mail
 * too, with a link to object. Throws 409 with what stands against it.
 */
export async function announcePublication(ctx: Ctx, { id, ...input }: AnnouncementInput & { id: string }): Promise<void> {
	const property = await findProperty(ctx, id);
	if (!mayPublish(ctx.actor, property)) throw forbidden();
	const against = whyNotPublish(await publicationFacts(ctx, property), 'announced', input.reason);
	const [first] = against;
	if (first) throw refused(first.code, against.map((r) => r.message).join(' '));
	await ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const announcementId = newId();
		const codeHash = hashObjectionCode(await objectionCode(within, announcementId));
		const { basis, reason, addressee, email } = input;
		await takeStep(within, property, { publication: 'announced', reason: `${reason} (${announcementBases[basis]})` });
		await db.insert(publicationAnnouncements).values({
			...{ id: announcementId, propertyId: id, basis, note: reason, addressee, email, codeHash },
			...{ announcedAt: ctx.now, recordedBy: ctx.actor?.id ?? null }
		});
		if (!email) return;
		await addMail(within, {
			to: email,
			template: 'letter',
			data: {
				title: `Ihr Haus soll gezeigt werden: ${property.title}`,
				paragraphs: [
					'Guten Tag,',
					`die Kommune möchte „${property.title}“ im Gestaltungsraum zeigen, damit Menschen, die einen Raum suchen, davon erfahren. Namen und Kontaktdaten stehen nicht dabei.`,
					`Sie können widersprechen. Bis ${longDay(waitsUntil(ctx.now))} wird nichts veröffentlicht; auch danach gilt ein Widerspruch sofort. Ist es Ihnen recht, müssen Sie nichts tun.`
				],
				button: {
					text: 'Ansehen oder widersprechen',
					href: '/widerspruch',
					sign: { purpose: 'object-publication', data: { announcement: announcementId }, days: objectionLinkDays }
				},
				why: 'Sie bekommen diese Mail, weil diese Adresse bei der Kommune für das Haus angegeben ist.'
			}
		});
	});
}
