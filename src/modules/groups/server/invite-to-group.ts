import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import { hintOf } from '#modules/organisations/invitation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import type { InviteInput } from '../forms.ts';
import { invitationDays, invitationsPerDay } from '../invitation.ts';
import { checkAlive, groupForSpeaker, type GroupRow } from './internal/group-for.ts';
import { note } from './internal/tell.ts';
import { groupInvitations } from './tables.ts';

const day = 86_400_000;

async function mailIt(ctx: Ctx, row: GroupRow, { id, to }: { id: string; to: string }): Promise<void> {
	const about = row.houseTitle ? ` Es geht um „${row.houseTitle}“.` : '';
	await addMail(ctx, {
		to,
		template: 'letter',
		data: {
			title: `Einladung in die Gruppe „${row.name}“`,
			paragraphs: [
				`${ctx.actor?.name || 'Jemand'} lädt Euch ein, bei „${row.name}“ mitzumachen.${about}`,
				`Der Link gilt ${invitationDays} Tage und einmal. Angemeldet wird sich mit dieser Mailadresse; ein Konto entsteht dabei von selbst.`
			],
			button: {
				text: 'Einladung ansehen',
				href: '/gruppen/einladung',
				sign: { purpose: 'group-invitation', data: { invitation: id }, days: invitationDays }
			},
			why: 'Diese Mail kommt, weil jemand aus der Gruppe diese Adresse eingegeben hat. Wer nichts damit zu tun hat, braucht nichts zu tun.'
		}
	});
}

/**
 * Asks one mailbox to join, or makes a link for some people. Whether an address has an account, or already belongs to a member, is not to be learned
 * from it. Returns the invitation's id. Throws 401, 403, 404, 409, 422, 429.
 */
export async function inviteToGroup(ctx: Ctx, { id: groupId, kind, email, places = 5 }: InviteInput & { id: string }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, me } = await groupForSpeaker(inside, groupId, { lock: true });
		checkAlive(row);
		await countTry(inside, { what: 'group-invitation', who: me.personId, limit: invitationsPerDay, minutes: 1440 });
		const isMail = kind === 'mail' && email !== undefined;
		if (isMail) {
			const waiting = and(
				eq(groupInvitations.groupId, groupId),
				isNull(groupInvitations.withdrawnAt),
				gt(groupInvitations.expiresAt, ctx.now)
			);
			const same = await db.$count(groupInvitations, and(waiting, eq(groupInvitations.email, email), sql`${groupInvitations.used} = 0`));
			if (same) throw refused('invited-already', 'Diese Adresse ist schon eingeladen. Die Einladung wartet noch auf Antwort.', 'email');
		}
		const id = newId();
		const expiresAt = new Date(ctx.now.getTime() + invitationDays * day);
		const values = {
			id,
			groupId,
			kind,
			email: isMail ? email : null,
			places: isMail ? 1 : places,
			createdBy: me.personId,
			createdAt: ctx.now,
			expiresAt
		};
		await db.insert(groupInvitations).values(values);
		await note(inside, row, { kind: 'invited', what: isMail ? hintOf(email) : `Link für ${places}` });
		if (isMail) await mailIt(inside, row, { id, to: email });
		return id;
	});
}
