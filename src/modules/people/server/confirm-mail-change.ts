import { and, eq, isNull, ne } from 'drizzle-orm';
import { Refusal, refused } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { takeBackDays, whyNotStep } from '../mail-change.ts';
import { addMail } from './add-mail.ts';
import { findMailChange, type MailChange } from './find-mail-change.ts';
import { recordEvent } from './record-event.ts';
import { mailChanges, people, sessions, signInLinks } from './tables.ts';

/**
 * The new address answers: from now on it is the account's. Everywhere but in this browser the account is signed out, links to the old address are void, and
 * whoever reads there is told and can take it back. Throws 410 when the link is spent or too old, 409 when the address has found an account of its own meanwhile.
 */
export async function confirmMailChange(ctx: Ctx, { link }: { link: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const change = await findMailChange(inside, { link, purpose: 'mail-change' });
		const why = change
			? whyNotStep('confirm', change.state)
			: 'Inzwischen wurde eine andere Adresse eingetragen. Bitte den Link der neuesten Mail nehmen.';
		if (!change || why) throw new Refusal(410, 'mail-change-spent', { message: why ?? '' });
		const { id, personId, oldEmail, newEmail } = change;
		if (await db.$count(people, eq(people.email, newEmail)))
			throw refused(
				'address-taken',
				'Diese Adresse hat inzwischen ein eigenes Konto. Bitte dieses zuerst löschen oder eine andere Adresse nehmen.'
			);
		const confirmed = await db
			.update(mailChanges)
			.set({ confirmedAt: ctx.now })
			.where(and(eq(mailChanges.id, id), isNull(mailChanges.confirmedAt)));
		const moved = await db
			.update(people)
			.set({ email: newEmail, emailVerified: true, updatedAt: ctx.now })
			.where(and(eq(people.id, personId), eq(people.email, oldEmail)));
		if (!confirmed.rowCount || !moved.rowCount) throw new Refusal(410, 'mail-change-spent', { message: 'Dieser Link gilt nicht mehr.' });
		await db.delete(sessions).where(and(eq(sessions.personId, personId), ctx.session ? ne(sessions.id, ctx.session.id) : undefined));
		await db.delete(signInLinks).where(eq(signInLinks.email, oldEmail));
		await recordEvent({ ...inside, actor: { id: personId, email: newEmail, name: '', grants: [] } }, 'mail-change.confirmed', {
			subjectId: personId
		});
		await tellOld(inside, change);
	});
}

async function tellOld(ctx: Ctx, { id, oldEmail }: MailChange): Promise<void> {
	const sign = { purpose: 'mail-change-back', data: { change: id }, days: takeBackDays };
	await addMail(ctx, {
		to: oldEmail,
		template: 'letter',
		data: {
			title: 'Ihr Konto hat eine neue Mailadresse',
			paragraphs: [
				'Von nun an geht es mit der neuen Adresse hinein; diese hier gehört nicht mehr zum Konto. Auf anderen Geräten wurde es abgemeldet.',
				`Waren Sie das nicht? Dann nehmen Sie es zurück: Der Link gilt ${takeBackDays} Tage, beendet alle Sitzungen und entfernt, was seither an Zugängen dazukam.`
			],
			button: { text: 'Zurücknehmen', href: '/mailadresse/zuruecknehmen', sign },
			why: 'Diese Mail kommt, wenn sich die Adresse eines Kontos ändert. Sie lässt sich nicht abbestellen.'
		}
	});
}
