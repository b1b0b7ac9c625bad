import type { Env } from '#lib/server/env.ts';
import { whyNotAsk } from '#lib/server/guarded-fetch.ts';
import { describeProvider, failureOf } from '#lib/server/oidc.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { managingFreshly } from './internal/managing-freshly.ts';

export type ProviderCheck = { works: boolean; text: string };

/** Asks the provider at this address what it can, and says it in a sentence for whoever sets it up. Nothing is kept. */
export async function checkProvider(
	ctx: Ctx,
	{ id, issuer, clientId, env }: { id: string; issuer: string; clientId: string; env: Env }
): Promise<ProviderCheck> {
	const actor = managingFreshly(ctx, id);
	await countTry(ctx, { what: 'provider check', who: actor.id, limit: 20, minutes: 15 });
	const allowPrivate = env.OIDC_ALLOW_PRIVATE;
	const against = whyNotAsk(issuer, { allowPrivate });
	if (against) return { works: false, text: against };
	const told = await describeProvider({ issuer, clientId, clientSecret: '', allowPrivate }).catch((error: unknown) => failureOf(error));
	if (typeof told === 'string') return { works: false, text: told === 'wrong-issuer' ? otherName : silent };
	const { knowsLogout, tellsLogout } = told;
	const leaving = knowsLogout ? 'Er kann auch abmelden' : 'Abmelden muss man sich dort selbst';
	const telling = tellsLogout ? ' und meldet Abmeldungen hierher.' : '; Abmeldungen meldet er von sich aus nicht hierher.';
	return {
		works: true,
		text: `Der Anmeldedienst antwortet und nennt sich genau so. ${leaving}${telling} Ob Client-ID und Client-Secret stimmen, zeigt die erste Anmeldung.`
	};
}

const silent =
	'Unter dieser Adresse antwortet kein Anmeldedienst. Bei Keycloak hat sie die Form https://rechner/realms/NAME; /.well-known/openid-configuration wird von selbst angehängt.';
const otherName =
	'Der Anmeldedienst antwortet, nennt sich aber anders. Bitte die Adresse (Issuer) Zeichen für Zeichen so eingeben, wie er sie in seiner Beschreibung nennt.';
