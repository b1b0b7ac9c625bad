import { and, eq, isNull, or } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { addNotices } from '#modules/people/server/add-notice.ts';
import { people } from '#modules/people/server/tables.ts';
import { isVacant, placeOf, whyNotBoth, whyNotName } from '../naming.ts';
import type { NominateInput } from '../forms-naming.ts';
import { hasOwner } from '../policy.ts';
import { roles, whyNotMember, whyNotOwner } from '../roles.ts';
import { accountOf } from './internal/account-of.ts';
import { loadMembers, type ListedMember } from './internal/load-members.ts';
import { heldByTown, type Held } from './internal/procedure-for.ts';
import { procedureNominations } from './tables.ts';

type Wanted = Pick<ListedMember, 'role' | 'jurorKind' | 'hasVote' | 'deputyFor'> & { succeeds: string | null };

/** The place that is asked for: that of whoever leaves, or a new one. */
function wantedOf({ succeeds, ...input }: NominateInput, all: readonly ListedMember[]): Wanted {
	const { role, jurorKind, hasVote, deputyFor } = input;
	if (!succeeds)
		return {
			...{ role, jurorKind: role === 'juror' ? (jurorKind ?? null) : null, hasVote: role === 'juror' && hasVote },
			...{ deputyFor: role === 'deputy' ? (deputyFor ?? null) : null, succeeds: null }
		};
	const before = all.find(({ id }) => id === succeeds);
	const isFree = before && (!before.leftAt || isVacant(before, all)) && !all.some((one) => one.succeeds === succeeds);
	if (!isFree) throw notFound('An dieser Stelle ist schon jemand anderes. Bitte die Seite neu laden.');
	return { role: before.role, jurorKind: before.jurorKind, hasVote: before.hasVote, deputyFor: before.deputyFor, succeeds };
}

async function refuseWrong(
	ctx: Ctx,
	{ row, house }: Held,
	{ input, wanted, all }: { input: NominateInput; wanted: Wanted; all: ListedMember[] }
) {
	const place = placeOf(wanted, all);
	if (!place) throw refused('no-one', 'Bitte sagen, für wen die Vertretung einspringt.', 'deputyFor');
	const isOpened = row.round > 1 || !['open', 'closed'].includes(row.state);
	const theirs = all.filter(({ email }) => email === input.email).map(({ role }) => role);
	const others = all.filter(({ leftAt }) => !leftAt);
	const not =
		whyNotName(place, row) ?? whyNotBoth(theirs, { role: place.role, isOpened }) ?? (wanted.succeeds ? null : whyNotMember(wanted, others));
	if (not) throw refused('code' in not ? not.code : 'not-so', not.message, not.field);
	const confirmed = and(eq(people.email, input.email), eq(people.emailVerified, true));
	const [person] = await ctx.db.select({ id: people.id }).from(people).where(confirmed);
	if (person && place.role === 'juror' && person.id === ctx.actor?.id)
		throw refused('oneself', 'In die Jury beruft sich niemand selbst. Bitte jemand anderen in Ihrem Haus darum bitten.', 'email');
	const isOwner = person !== undefined && hasOwner(house) && person.id === house.ownerPersonId;
	const against = whyNotOwner({ isOwner, member: wanted, others: all });
	if (against) throw refused('is-owner', against.message, against.field === 'role' ? 'email' : against.field);
}

/** The question goes to the mailbox; whoever has an account there finds it in it as well. */
async function askByMail(ctx: Ctx, { row, house }: Held, { id, email, wanted }: { id: string; email: string; wanted: Wanted }) {
	const title = 'Anfrage: in einem Verfahren mitwirken';
	const text = `${house.town} bittet Sie, im Verfahren „${row.title}“ mitzuwirken. Aufgabe: ${roles[wanted.role]}.`;
	const how = 'Bitte melden Sie sich mit dieser Mailadresse an und sagen Sie Ja oder Nein. Ein Konto entsteht dabei von selbst.';
	const why = 'Diese Mail kommt, weil eine Kommune diese Adresse eingegeben hat. Wer nichts damit zu tun hat, braucht nichts zu tun.';
	const [href, button] = ['/konto/berufungen', 'Anfrage ansehen'];
	await addMail(ctx, { to: email, template: 'letter', data: { title, paragraphs: [text, how], button: { text: button, href }, why } });
	const personId = await accountOf(ctx, { personId: null, email });
	const about = { kind: 'procedure-nominated', subjectId: id, topic: 'procedure' as const, isTold: true };
	await addNotices(ctx, personId ? [{ personId, ...about, data: { title, text, href } }] : []);
}

/**
 * Asks somebody to take part in what is published: in a place of their own, or in that of whoever leaves. They are in it once they say yes. Whether they
 * write a concept is asked of them alone then, because nobody else may know. Returns the nomination's id. Throws 401, 403, 404, 409, 422.
 */
export function nominateMember(ctx: Ctx, { id: procedureId, input }: { id: string; input: NominateInput }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await heldByTown(inside, procedureId);
		const all = await loadMembers(inside, procedureId, { withLeft: true });
		const wanted = wantedOf(input, all);
		await refuseWrong(inside, held, { input, wanted, all });
		const { name, email, affiliation, reason } = input;
		const same = wanted.succeeds ? eq(procedureNominations.succeeds, wanted.succeeds) : undefined;
		const isOpen = and(eq(procedureNominations.procedureId, procedureId), isNull(procedureNominations.endedAt));
		if (await db.$count(procedureNominations, and(isOpen, or(eq(procedureNominations.email, email), same))))
			throw refused('asked-already', 'Dafür ist schon jemand gefragt, oder diese Person. Die Antwort steht noch aus.', 'email');
		const id = newId();
		const asked = { name, email, affiliation, reason, byPersonId: ctx.actor?.id ?? null, at: ctx.now };
		await db.insert(procedureNominations).values({ id, procedureId, ...wanted, ...asked });
		await askByMail(inside, held, { id, email, wanted });
		return id;
	});
}
