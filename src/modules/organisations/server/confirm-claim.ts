import { forbidden, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { findClaim } from './find-claim.ts';
import { acceptClaim } from './internal/settle-claim.ts';

/** The link from the mail to the official address, used by the very person who asked. Throws 410 when it is too old or was changed, 409 when used. */
export async function confirmClaim(ctx: Ctx, { link }: { link: string }): Promise<{ organisationId: string }> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	const { claim: id = '' } = await verifyLink(ctx, { purpose: 'claim', token: link });
	const claim = await findClaim(ctx, id).catch(() => null);
	if (claim?.personId !== ctx.actor.id)
		throw forbidden('Bitte mit dem Konto anmelden, mit dem Sie angefragt haben, und den Link noch einmal öffnen.');
	if (claim.state !== 'open') throw refused('claim-settled', 'Dieser Link wurde schon benutzt, oder über den Anspruch ist entschieden.');
	await ctx.db.transaction((db) => acceptClaim({ ...ctx, db }, { id, by: null }));
	return { organisationId: claim.organisation.id };
}
