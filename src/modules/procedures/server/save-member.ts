import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import type { MemberInput } from '../forms.ts';
import { hasOwner } from '../policy.ts';
import { whyNotMember, whyNotOwner } from '../roles.ts';
import { loadMembers } from './internal/load-members.ts';
import { changeDraft } from './internal/procedure-for.ts';
import { procedureMembers } from './tables.ts';

const most = 60;

/** Enters somebody with what they do. With the confirmed address of an account it is that person, and reads the call once it is finished. Throws 401, 404, 409, 422. */
export async function saveMember(ctx: Ctx, { id, input }: { id: string; input: MemberInput }): Promise<void> {
	await changeDraft(ctx, id, async (inside, { house }) => {
		const others = await loadMembers(inside, id);
		const not = whyNotMember(input, others);
		if (not) throw refused('not-so', not.message, not.field);
		const email = input.email?.toLowerCase() ?? null;
		if (others.some((one) => one.role === input.role && one.name === input.name && one.email === email))
			throw refused('already-there', `${input.name} ist so schon eingetragen.`, 'name');
		if (others.length >= most) throw refused('too-many', `Mehr als ${most} Beteiligte sind für ein Verfahren zu viele.`);
		const confirmed = email ? and(eq(people.email, email), eq(people.emailVerified, true)) : undefined;
		const [person] = confirmed ? await inside.db.select({ id: people.id }).from(people).where(confirmed) : [];
		const against = person && whyNotOwner({ isOwner: hasOwner(house) && person.id === house.ownerPersonId, member: input, others });
		if (against) throw refused('is-owner', against.message, against.field);
		await inside.db
			.insert(procedureMembers)
			.values({ id: newId(), procedureId: id, ...input, email, personId: person?.id ?? null, createdAt: ctx.now });
	});
}
