import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '../actor.ts';
import { tellOfWayIn } from './internal/tell-of-way-in.ts';
import { recordEvent } from './record-event.ts';
import { identities, people } from './tables.ts';

/** Who a provider says somebody is; whoever calls has made sure that it may speak for this address. */
type Proven = { issuer: string; subject: string; email: string; name: string; provider: string; creates: boolean };
export type Recognised = { personId: string; identityId: string; nameless: boolean };

/**
 * The person to whom this identity belongs. An account with the same address is bound to it once, a new one is made where the provider may; afterwards the
 * `sub` alone decides. An address that was handed on to another `sub` of the same issuer opens nothing: then it returns the reason.
 */
export async function recogniseIdentity(ctx: Ctx, proven: Proven): Promise<Recognised | 'other-subject' | 'no-account'> {
	const { issuer, subject, email, name } = proven;
	const [known] = await ctx.db
		.update(identities)
		.set({ lastUsedAt: ctx.now })
		.from(people)
		.where(and(eq(people.id, identities.personId), eq(identities.issuer, issuer), eq(identities.subject, subject)))
		.returning({ personId: identities.personId, identityId: identities.id, name: people.name });
	if (known) return { personId: known.personId, identityId: known.identityId, nameless: known.name === '' };
	const [person] = await ctx.db.select().from(people).where(eq(people.email, email)).for('update');
	if (!person && !proven.creates) return 'no-account';
	if (person && (await ctx.db.$count(identities, and(eq(identities.personId, person.id), eq(identities.issuer, issuer)))))
		return 'other-subject';
	const personId = person?.id ?? newId();
	if (person) await bound(ctx, { person, proven });
	else await joined(ctx, { id: personId, name, email });
	const identityId = newId();
	await ctx.db.insert(identities).values({ id: identityId, personId, issuer, subject, createdAt: ctx.now, lastUsedAt: ctx.now });
	return { personId, identityId, nameless: (person?.name || name) === '' };
}

async function joined(ctx: Ctx, person: { id: string; name: string; email: string }): Promise<void> {
	await ctx.db.insert(people).values({ ...person, emailVerified: true, createdAt: ctx.now, updatedAt: ctx.now });
	await recordEvent(ctx, 'person.joined', { subjectId: person.id });
}

async function bound(ctx: Ctx, { person, proven }: { person: typeof people.$inferSelect; proven: Proven }): Promise<void> {
	const name = person.name || proven.name;
	await ctx.db.update(people).set({ emailVerified: true, name, updatedAt: ctx.now }).where(eq(people.id, person.id));
	await tellOfWayIn(ctx, {
		kind: 'identity.linked',
		person,
		title: 'Ihr Konto ist jetzt mit einem Anmeldedienst verbunden',
		text: `Wer sich bei „${proven.provider}“ mit ${person.email} anmeldet, kommt von nun an in Ihr Konto. Trennen lässt sich das im Konto unter „Sicherheit“.`,
		data: { issuer: proven.issuer }
	});
}
