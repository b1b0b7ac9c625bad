import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { notFound, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { people } from '#modules/people/server/tables.ts';
import { domainOf, whyNotClaim, whyNotMethod } from '../claim.ts';
import type { ClaimInput } from '../forms.ts';
import { countManagers } from './internal/managers.ts';
import { ensureRegistered } from './internal/ensure-registered.ts';
import { mailClaimLink } from './internal/mail-claim-link.ts';
import { acceptClaim } from './internal/settle-claim.ts';
import { tell } from './internal/tell.ts';
import { claims, municipalities, organisations } from './tables.ts';

const day = 86_400_000;

/**
 * Says that one works for a municipality (`code`: eight digits) or county (five). Whoever signed in with an address of its official domain is in at
 * once; others get a link there, wait for a letter, or for the office. Asked twice, it is the same claim. Returns the claim's id.
 */
export async function claimOrganisation(ctx: Ctx, { code, ...wish }: ClaimInput): Promise<string> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const organisationId = await ensureRegistered(inside, code);
		const [organisation] = await db
			.select({ name: organisations.name, mailDomains: organisations.mailDomains, isUnincorporated: municipalities.isUnincorporated })
			.from(organisations)
			.leftJoin(municipalities, eq(municipalities.ags, organisations.ags))
			.where(eq(organisations.id, organisationId))
			.for('update', { of: organisations });
		if (!organisation) throw notFound();
		const mine = and(eq(claims.organisationId, organisationId), eq(claims.personId, actor.id), isNull(claims.outcome));
		const [known] = await db.select({ id: claims.id }).from(claims).where(mine);
		if (known) return known.id;
		const { managers, isMember } = await countManagers(inside, { organisationId, personId: actor.id });
		const [made] = await db
			.select({ open: sql<number>`(count(*) filter (where ${claims.outcome} is null))::int`, today: sql<number>`count(*)::int` })
			.from(claims)
			.where(and(eq(claims.personId, actor.id), gt(claims.createdAt, new Date(ctx.now.getTime() - day))));
		const why =
			whyNotClaim({
				isUnincorporated: organisation.isUnincorporated ?? false,
				hasManager: managers > 0,
				isMember,
				openClaims: made?.open ?? 0,
				claimsToday: made?.today ?? 0
			}) ?? null;
		if (why) throw refused(why.code, why.message);
		const whyNot = whyNotMethod(wish.method, { email: wish.email, mailDomains: organisation.mailDomains });
		if (whyNot) throw refused(whyNot.code, whyNot.message, 'email');
		const id = newId();
		const { method, title = null, message = null, email = null } = wish;
		await db
			.insert(claims)
			.values({ id, organisationId, personId: actor.id, method, function: wish.function, title, message, email, createdAt: ctx.now });
		await tell(inside, organisationId, { kind: 'claim.made', personId: actor.id, after: { method, function: wish.function } });
		if (method === 'mail' && email) {
			const [own] = await db.select({ sure: people.emailVerified }).from(people).where(eq(people.id, actor.id));
			const isProven = own?.sure === true && actor.email.toLowerCase() === email && organisation.mailDomains.includes(domainOf(email));
			if (isProven) await acceptClaim(inside, { id, by: null });
			else await mailClaimLink(inside, { id, email, name: organisation.name });
		}
		return id;
	});
}
