import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { claimLinkDays } from '../../claim.ts';

/** The mail to the official address; whoever reads it there and asked for it may go on. */
export async function mailClaimLink(ctx: Ctx, { id, email, name }: { id: string; email: string; name: string }): Promise<void> {
	await addMail(ctx, {
		to: email,
		template: 'letter',
		data: {
			title: `${name}: Sind Sie das?`,
			paragraphs: [
				`${ctx.actor?.name || 'Jemand'} (${ctx.actor?.email}) möchte im Gestaltungsraum für ${name} handeln und hat diese dienstliche Adresse angegeben.`,
				`Wenn Sie das waren: Bestätigen Sie es mit dem Konto, mit dem Sie angefragt haben. Der Link gilt ${claimLinkDays} Tage und einmal.`
			],
			button: { text: 'Bestätigen', href: '/anspruch', sign: { purpose: 'claim', data: { claim: id }, days: claimLinkDays } },
			why: 'Diese Mail kommt, weil diese Adresse als dienstliche Adresse angegeben wurde. Wer das nicht war, braucht nichts zu tun: Ohne das Konto der anfragenden Person bewirkt der Link nichts.'
		}
	});
}
