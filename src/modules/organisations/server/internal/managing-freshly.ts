import { forbidden, refused, unauthenticated } from '#lib/refusal.ts';
import type { Actor, Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { isFresh } from '#modules/people/second-factor.ts';
import { mayManageOrganisation } from '../../policy.ts';

/** Whoever manages the organisation and showed who they are a short while ago: a provider opens the accounts of a whole town hall. */
export function managingFreshly(ctx: Ctx, organisationId: string): Actor {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	if (!mayManageOrganisation(ctx.actor, organisationId)) throw forbidden('Den Anmeldedienst trägt ein, wer die Organisation verwaltet.');
	if (!isFresh(ctx))
		throw refused('sign-in-again', 'Die Anmeldung liegt schon eine Weile zurück. Bitte zur Sicherheit noch einmal anmelden, dann geht es.');
	return ctx.actor;
}
