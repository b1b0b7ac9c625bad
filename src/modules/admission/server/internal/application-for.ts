import { forbidden, notFound, unauthenticated } from '#lib/refusal.ts';
import { findWorkplace } from '#modules/networks/server/find-workplace.ts';
import type { Standing } from '#modules/networks/policy.ts';
import { isAdmin, type Ctx } from '#modules/people/actor.ts';
import { isOfTown, mayRunAdmission, maySeeDossiers, mayWrite } from '../../policy.ts';
import { loadApplication, type Loaded } from './load-application.ts';

/** The application for its own town. Whoever does not act for it gets 404; whoever may only read it, 403 for `write`. */
export async function ownApplication(ctx: Ctx, id: string, want: { write?: boolean; lock?: boolean } = {}): Promise<Loaded> {
	if (!ctx.actor) throw unauthenticated();
	const found = await loadApplication(ctx, id, want.lock);
	if (!isOfTown(ctx.actor, found.organisation) && !mayWrite(ctx.actor, found.organisation)) throw notFound();
	if (want.write && !mayWrite(ctx.actor, found.organisation))
		throw forbidden('Ihr Platz erlaubt das Lesen. Schreiben dürfen Kolleg:innen mit dem Recht zu bearbeiten.');
	return found;
}

type Dossier = Loaded & { standing: Standing };

/**
 * The application as the network works on it. 404 for whoever does not, for another network's address, and for whoever acts for the town that applies:
 * they are on the other side. A draft belongs to its town alone.
 */
export async function dossierFor(
	ctx: Ctx,
	at: { slug: string; id: string },
	want: { run?: boolean; lock?: boolean } = {}
): Promise<Dossier> {
	const { network, standing } = await findWorkplace(ctx, { slug: at.slug, may: maySeeDossiers });
	const found = await loadApplication(ctx, at.id, want.lock);
	if (found.application.networkId !== network.id || found.application.state === 'draft') throw notFound();
	if (!isAdmin(ctx.actor) && isOfTown(ctx.actor, found.organisation)) throw notFound();
	if (want.run && !mayRunAdmission(ctx.actor, standing)) throw forbidden('Das ist Sache des Netzwerkbüros. Bitte wenden Sie sich dorthin.');
	return { ...found, standing };
}
