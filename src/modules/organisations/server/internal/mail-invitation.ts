import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import type { InvitationInput } from '../../forms.ts';
import { invitationDays } from '../../invitation.ts';
import { seatFunctions } from '../../seat.ts';

/** The mail that asks a colleague to take a seat; its link is signed when it leaves. */
export async function mailInvitation(
	ctx: Ctx,
	{ id, organisation, ...wish }: InvitationInput & { id: string; organisation: string }
): Promise<void> {
	const sign = { purpose: 'invitation', data: { invitation: id }, days: invitationDays };
	await addMail(ctx, {
		to: wish.email,
		template: 'letter',
		data: {
			title: `Einladung: ${organisation} im Gestaltungsraum`,
			paragraphs: [
				`${ctx.actor?.name || 'Eine Person'} lädt Sie ein, für ${organisation} mitzuarbeiten, und zwar als: ${wish.title ?? seatFunctions[wish.function]}.`,
				`Der Link gilt ${invitationDays} Tage und einmal. Angemeldet wird sich mit dieser Mailadresse; ein Konto entsteht dabei von selbst.`
			],
			button: { text: 'Einladung ansehen', href: '/einladung', sign },
			why: `Diese Mail kommt, weil jemand bei ${organisation} diese Adresse eingegeben hat. Wer nichts damit zu tun hat, braucht nichts zu tun.`
		}
	});
}
