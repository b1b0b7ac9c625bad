import { and, eq, gt } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, Refusal, refused } from '#lib/refusal.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { findContacts } from '#modules/organisations/server/list-contacts.ts';
import { type Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { truncateAddress } from '#modules/people/session.ts';
import { findSpace } from '#modules/properties/server/find-space.ts';
import type { MessageInput } from '../forms.ts';
import { daysKept, daysToConfirm, type About } from '../message.ts';
import { dispatch, type MessageRow } from './internal/dispatch.ts';
import { messages } from './tables.ts';

const day = 86_400_000;

/** The house that the question is about, as everybody sees it; what is not public is no subject. */
async function aboutSpace(ctx: Ctx, slug: string | undefined): Promise<About | null> {
	if (!slug) return null;
	const space = await findSpace({ ...ctx, actor: null }, slug).catch((error) => {
		if (error instanceof Refusal) return null;
		throw error;
	});
	return space && { title: space.title, href: `/raeume/${space.slug}` };
}

async function askToConfirm(ctx: Ctx, { id, email, organisation }: { id: string; email: string; organisation: string }): Promise<void> {
	await addMail(ctx, {
		to: email,
		template: 'letter',
		data: {
			title: `Ihre Nachricht an ${organisation} bestätigen`,
			paragraphs: [
				`Jemand hat mit dieser Adresse eine Nachricht an ${organisation} geschrieben. Waren Sie das, schicken Sie sie bitte mit einem Klick ab.`,
				'Waren Sie es nicht, müssen Sie nichts tun: Ohne Bestätigung geht nichts hinaus, und nach zwei Wochen ist alles gelöscht.'
			],
			button: {
				text: 'Nachricht abschicken',
				href: '/nachricht/bestaetigen',
				sign: { purpose: 'confirm-message', data: { message: id }, days: daysToConfirm }
			},
			why: 'Sie bekommen diese Mail, weil diese Adresse im Formular für Nachrichten eingetragen wurde.'
		}
	});
}

/** Throws 429 when one net, one address or one organisation gets too much of it. */
async function countMessage(ctx: Ctx, { email, address, of }: { email: string; address: string; of: string }): Promise<void> {
	await countTry(ctx, { what: 'message net', who: truncateAddress(address), limit: 20, minutes: 60 });
	await countTry(ctx, { what: 'message sender', who: email, limit: 8, minutes: 24 * 60 });
	await countTry(ctx, { what: 'message receiver', who: `${of} ${email}`, limit: 4, minutes: 24 * 60 });
}

const again = (ctx: Ctx, { senderEmail, organisationId, text }: Pick<MessageRow, 'senderEmail' | 'organisationId' | 'text'>) =>
	ctx.db
		.select({ id: messages.id })
		.from(messages)
		.where(
			and(
				eq(messages.senderEmail, senderEmail),
				eq(messages.organisationId, organisationId),
				eq(messages.text, text),
				gt(messages.createdAt, new Date(ctx.now.getTime() - day / 24))
			)
		);

export type Sent = 'sent' | 'to confirm';

/**
 * A message to whoever answers for an organisation. Of somebody with an account it leaves at once; a guest's waits until the address is confirmed
 * (double opt-in). The same words within an hour are the same message. Throws 404, 422 and 429.
 */
export async function sendMessage(ctx: Ctx, { input, address }: { input: MessageInput; address: string }): Promise<Sent> {
	const person = isSignedInPerson(ctx.actor) ? ctx.actor : null;
	if (input.website) return 'to confirm';
	const senderEmail = person?.email ?? input.email;
	const senderName = person ? person.name || person.email : input.name;
	if (!senderName) throw refused('no-name', 'Bitte sagen, wie Sie heißen: Jemand soll Ihnen antworten.', 'name');
	if (!senderEmail) throw refused('no-mail', 'Bitte die Mailadresse eingeben, an die die Antwort gehen soll.', 'email');
	const { owner } = await findContacts(ctx, input.of);
	if (!owner.isShown) throw notFound();
	await countMessage(ctx, { email: senderEmail, address, of: input.of });
	const about = await aboutSpace(ctx, input.space);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const organisationId = owner.id ?? (await ensureMunicipalityOrganisation(inside, input.of));
		const { text, topic = null } = input;
		const [same] = await again(inside, { senderEmail, organisationId, text });
		if (same) return person ? 'sent' : 'to confirm';
		const kept = person ? daysKept : daysToConfirm;
		const [message] = await db
			.insert(messages)
			.values({
				...{ id: newId(), organisationId, topic, text, about, personId: person?.id ?? null, senderName, senderEmail },
				...{ state: person ? 'open' : 'waiting', createdAt: ctx.now, sentAt: person ? ctx.now : null },
				expiresAt: new Date(ctx.now.getTime() + kept * day)
			})
			.returning();
		if (!message) throw notFound();
		if (!person) {
			await askToConfirm(inside, { id: message.id, email: senderEmail, organisation: owner.name });
			return 'to confirm';
		}
		await dispatch(inside, message, text);
		await recordEvent(inside, 'message.sent', { subjectId: message.id, data: { organisation: organisationId } });
		return 'sent';
	});
}
