import { and, eq, gt } from 'drizzle-orm';
import type { Env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { answerOf, bindingOf, failureOf, type Answer, type Binding } from '#lib/server/oidc.ts';
import { hashToken } from '#lib/server/token.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { truncateAddress } from '#modules/people/session.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { followRoles } from '#modules/people/server/follow-roles.ts';
import { openProviderSession } from '#modules/people/server/open-provider-session.ts';
import { recogniseIdentity } from '#modules/people/server/recognise-identity.ts';
import { groupsIn, mailIn, nameIn, plainGroup, providerPath, showsSecondFactor, type Provider } from '../provider.ts';
import { failed, orFailure } from './internal/failed.ts';
import { followGroups } from './internal/follow-groups.ts';
import { providerBySlug } from './internal/providers.ts';
import { signInStates } from './provider-tables.ts';

type Return = { slug: string; search: string; secret: string; device: string; address: string; env: Env };
type Entered = { token: string; returnTo: string; nameless: boolean };

/**
 * What a browser brings back from an identity provider: checked once, for the browser that began, then the person, the seats and roles of their groups as they are
 * now, and a session. Throws a refusal whose code is one of `failures`.
 */
export async function finishProviderSignIn(ctx: Ctx, { slug, search, secret, device, address, env }: Return): Promise<Entered> {
	await orFailure('too-many', countTry(ctx, { what: 'provider answer net', who: truncateAddress(address), limit: 60, minutes: 15 }));
	const provider = await providerBySlug(ctx, { slug, env });
	if (!provider) throw failed('gone');
	const url = new URL(`${env.baseUrl}${providerPath(slug)}/zurueck${search}`);
	const binding = bindingOf(secret);
	const returnTo = await useState(ctx, { provider, binding, given: url.searchParams.get('state') });
	const answer = await answerOf(provider.client, { url, binding }).catch((error: unknown) => {
		const why = failureOf(error);
		// The sentence of the library only: what lies behind it may hold what the provider says of a person.
		const { message, code } = error as { message?: string; code?: string };
		if (why !== 'cancelled') log.warn({ provider: provider.slug, why, code, reason: message }, 'identity provider');
		throw failed(why);
	});
	return { returnTo, ...(await enterAs(ctx, { provider, answer, device })) };
}

/** Uses the state up: it works once, for ten minutes, at the provider it was made for, with the cookie it was made with. Returns where to go on to. */
async function useState(
	ctx: Ctx,
	{ provider, binding, given }: { provider: Provider; binding: Binding; given: string | null }
): Promise<string> {
	if (given !== binding.state) throw failed('state-spent');
	const [begun] = await ctx.db
		.delete(signInStates)
		.where(and(eq(signInStates.hash, hashToken(given)), eq(signInStates.via, provider.via), gt(signInStates.expiresAt, ctx.now)))
		.returning({ returnTo: signInStates.returnTo });
	if (!begun) throw failed('state-spent');
	return begun.returnTo;
}

async function enterAs(
	ctx: Ctx,
	{ provider, answer, device }: { provider: Provider; answer: Answer; device: string }
): Promise<Omit<Entered, 'returnTo'>> {
	const { issuer, subject, claims, sid, idToken } = answer;
	const mail = mailIn(claims, provider);
	if ('why' in mail) throw failed(mail.why);
	const { via, createsPeople: creates, roles } = provider;
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const proven = { issuer, subject, email: mail.email, name: nameIn(claims), provider: provider.name, creates };
		const found = await recogniseIdentity(inside, proven);
		if (typeof found === 'string') throw failed(found);
		const { personId, identityId, nameless } = found;
		const groups = groupsIn(claims, provider.groupsClaim);
		await followGroups(inside, { personId, provider, groups });
		const held = roles.filter(({ group }) => groups.includes(plainGroup(group))).map(({ role }) => role);
		await followRoles(inside, { personId, via, roles: held });
		const shown = showsSecondFactor(claims, provider);
		return { nameless, token: await openProviderSession(inside, { personId, identityId, via, sid, idToken, device, shown }) };
	});
}
