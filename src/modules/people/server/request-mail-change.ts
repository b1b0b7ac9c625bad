import { and, eq, isNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { confirmHours } from '../mail-change.ts';
import { addMail } from './add-mail.ts';
import { freshlyAtTheDoor } from './internal/at-the-door.ts';
import { countAttempt } from './internal/count-attempt.ts';
import { recordEvent } from './record-event.ts';
import { mailChanges, people } from './tables.ts';

/**
 * Asks for another mail address, shortly after the person showed who they are, with their second factor if they have one. Nothing changes before the new address
 * answers. Whether it belongs to somebody already is said to nobody but that address itself. Throws 429 after five wishes a day, or three to one address.
 */
export async function requestMailChange(ctx: Ctx, { email }: { email: string }): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	const { person } = freshlyAtTheDoor(ctx);
	if (email === person.email) throw refused('same-address', 'Das ist schon die Adresse dieses Kontos.', 'email');
	await countAttempt(ctx, { what: 'mail change', who: person.id, limit: 5, minutes: 24 * 60 });
	await countAttempt(ctx, { what: 'mail change to', who: email, limit: 3, minutes: 24 * 60 });
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await db.delete(mailChanges).where(and(eq(mailChanges.personId, person.id), isNull(mailChanges.confirmedAt)));
		const id = newId();
		await db.insert(mailChanges).values({ id, personId: person.id, oldEmail: person.email, newEmail: email, createdAt: ctx.now });
		const isTaken = (await db.$count(people, eq(people.email, email))) > 0;
		await write(inside, { id, email, isTaken });
		await recordEvent(inside, 'mail-change.asked', { subjectId: person.id });
	});
}

const why =
	'Diese Mail kommt, weil jemand diese Adresse im Gestaltungsraum für ein Konto eingetragen hat. Waren Sie das nicht, brauchen Sie nichts zu tun.';

async function write(ctx: Ctx, { id, email, isTaken }: { id: string; email: string; isTaken: boolean }): Promise<void> {
	const sign = { purpose: 'mail-change', data: { change: id }, days: confirmHours / 24 };
	const data = isTaken
		? {
				title: 'Diese Adresse hat schon ein Konto',
				paragraphs: [
					'Jemand wollte sie gerade für ein anderes Konto eintragen. Das geht nicht, denn jede Adresse gehört zu einem Konto; geändert ist nichts.',
					'Waren Sie das selbst? Dann löschen Sie zuerst das Konto, das Sie nicht mehr brauchen.'
				],
				button: { text: 'Anmelden', href: '/anmelden' },
				why
			}
		: {
				title: 'Neue Mailadresse bestätigen',
				paragraphs: [
					`Mit dieser Adresse soll es künftig ins Konto gehen. Der Link gilt ${confirmHours} Stunden; bis dahin bleibt alles, wie es ist.`
				],
				button: { text: 'Adresse bestätigen', href: '/mailadresse/bestaetigen', sign },
				why
			};
	await addMail(ctx, { to: email, template: 'letter', data });
}
