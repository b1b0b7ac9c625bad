import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { conceptContents, conceptMembers } from '#modules/concepts/server/tables.ts';
import { addMails } from '#modules/people/server/add-mail.ts';
import { people } from '#modules/people/server/tables.ts';
import { isRunning } from '../option.ts';
import { changeOption } from './internal/desk-for.ts';
import { letterTo } from './internal/tell-holder.ts';

/** Sends the link that needs no account once more, to everybody of the group. Returns how many mails. Throws 401, 404, 409. */
export function sendOptionLink(ctx: Ctx, id: string): Promise<number> {
	return changeOption(ctx, id, async (inside, { desk, option }) => {
		if (!isRunning(option.state)) throw refused('over', 'Diese Anhandgabe läuft nicht mehr, es gibt nichts zu melden.');
		const members = await inside.db
			.select({ email: people.email })
			.from(conceptMembers)
			.innerJoin(people, eq(people.id, conceptMembers.personId))
			.where(eq(conceptMembers.conceptId, option.conceptId));
		const [content] = await inside.db
			.select({ content: conceptContents.content })
			.from(conceptContents)
			.where(eq(conceptContents.conceptId, option.conceptId));
		const typed = content?.content.applicant.email;
		const to = [...new Set([...members.map(({ email }) => email), ...(typed ? [typed] : [])].map((email) => email.toLowerCase()))];
		if (!to.length)
			throw refused('nobody', 'Zu diesem Konzept ist keine Mailadresse bekannt. Bitte die Gruppe auf anderem Weg ansprechen.');
		const word = {
			title: `${desk.house.title}: Euer Link zum Melden`,
			text: 'Was ansteht, und ein Feld für einen Satz und ein Foto. Ohne Anmeldung, solange die Anhandgabe läuft.'
		};
		await addMails(
			inside,
			to.map((email) => letterTo(inside, email, { option, ...word }))
		);
		return to.length;
	});
}
