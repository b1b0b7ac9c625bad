import { eq } from 'drizzle-orm';
import { contactName, topicText, type ContactPoint } from '#modules/organisations/contact.ts';
import type { ContactRoute } from '#modules/organisations/contact-route.ts';
import { listActingAddresses } from '#modules/organisations/server/count-people.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { listOfficeAddresses } from '#modules/people/server/list-office-addresses.ts';
import { findContactRoute } from '../find-contact-route.ts';
import { messages } from '../tables.ts';

export type MessageRow = typeof messages.$inferSelect;

async function addressesOf(ctx: Ctx, { step, point, network }: ContactRoute, organisationId: string): Promise<string[]> {
	if (point?.email) return [point.email];
	if (step === 'people') return listActingAddresses(ctx, organisationId);
	if (network) return [network.contactEmail];
	return listOfficeAddresses(ctx);
}

const signature = ({ step, point, network }: ContactRoute, owner: string): string => {
	if (point) return `${signed(point)}, ${owner}`;
	if (network) return network.contactName ?? network.name;
	return step === 'people' ? owner : 'Netzwerkbüro';
};
/** A name is shown to whoever asks only where the contact point is public; otherwise the place answers. */
const signed = (point: ContactPoint): string => (point.publicVisibility === 'public' ? contactName(point) : point.unit);

const defaultDays = 10;

/**
 * Leads a message to whoever answers today, by mail with a link that answers without signing in. In the caller's transaction. `words` is what was
 * written just now: the message itself, or more from whoever asked.
 */
export async function dispatch(ctx: Ctx, message: MessageRow, words: string): Promise<void> {
	const { id, organisationId, topic, about, senderName } = message;
	const { route, owner } = await findContactRoute(ctx, { key: organisationId, topic, toSend: true });
	const today = await addressesOf(ctx, route, organisationId);
	// Who was asked because nobody answered in time is told of every further word too, and goes on answering.
	const isEscalated = message.escalatedAt !== null;
	const sentTo = isEscalated ? [...new Set([...today, ...message.sentTo])] : today;
	const promisedDays = route.point?.responseTargetDays ?? defaultDays;
	const led = { step: route.step, why: route.why, networkId: route.network?.id ?? null, answersAs: signature(route, owner.name) };
	await ctx.db
		.update(messages)
		.set({ ...(!isEscalated && { ...led, promisedDays }), sentTo })
		.where(eq(messages.id, id));
	const isMore = message.sentAt !== null && message.sentAt < ctx.now;
	for (const to of sentTo)
		await addMail(ctx, {
			to,
			template: 'letter',
			data: {
				title: isMore ? `${senderName} hat noch etwas geschrieben` : `Nachricht an ${owner.name} von ${senderName}`,
				paragraphs: [
					...(topic ? [`Thema: ${topicText(topic)}`] : []),
					...(about ? [`Es geht um: ${about.title}`] : []),
					...words.split(/\n{2,}/),
					`Versprochen ist eine Antwort innerhalb von ${promisedDays} Tagen. Antworten geht mit dem Knopf, ohne Anmeldung.`
				],
				button: {
					text: 'Lesen und antworten',
					href: '/nachricht/antworten',
					sign: { purpose: 'answer-message', data: { message: id }, days: 120 }
				},
				why: `Warum Sie? ${route.why}`
			}
		});
}
